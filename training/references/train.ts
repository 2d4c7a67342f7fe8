/**
 * Trains the model that links mentions into chains and writes it to `models/references/`.
 *
 *     node dist/training/references/train.js GUM-TRAIN.conllu
 *
 * How well it does on documents that it was not trained on: `npm run -s evaluate -- speakers GUM-TRAIN.conllu --folds 5`,
 * and the same of `coreference`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { readConllu } from '../../evaluation/conllu.js';
import { loadLanguageModel } from '../../src/language/index.js';
import { encodeReferenceModel } from '../../src/language/references/reference-model.js';
import { packagePath } from '../../src/package-root.js';
import { fitLinks } from './fit-links.js';
import { textFromConllu } from './texts.js';

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('Give the path of a CoNLL-U file with GUM entities.');
const language = loadLanguageModel();
const texts = readConllu(path).map((gold) => textFromConllu(gold, language));
mkdirSync(packagePath('models', 'references'), { recursive: true });
writeFileSync(packagePath('models', 'references', 'links.bin'), encodeReferenceModel(fitLinks(texts)));
console.log(`Links fitted on ${texts.length} documents.`);
