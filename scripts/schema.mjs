// Writes what the program says of itself to other programs, into schema/: the JSON Schema of a reading from the contract,
// and the OpenAPI document from the routes. Run `npm run schema` after a change of either.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openApi } from '../dist/src/api/openapi.js';
import { readingSchema } from '../dist/src/reading/schema.js';

write('reading.schema.json', readingSchema());
write('openapi.json', openApi());

function write(name, document) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  writeFileSync(join(root, 'schema', name), `${JSON.stringify(document, null, 2)}\n`);
}
