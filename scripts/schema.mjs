// Writes schema/reading.schema.json from the contract. Run `npm run schema` after a change of the contract.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readingSchema } from '../dist/src/reading/schema.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
writeFileSync(join(root, 'schema', 'reading.schema.json'), `${JSON.stringify(readingSchema(), null, 2)}\n`);
