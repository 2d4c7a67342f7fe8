/**
 * Trains the arbiter, which tells what one party does to another, and writes it to `models/arbiter/`.
 *
 *     node dist/training/arbiter/train.js RELATIONS.jsonl [RECORDS.json]
 *
 * A linear machine over what words, tree, codebook and frames say of a pair, from the relations and
 * records given and the sentences of `sentences.tsv`. Tags, trees and frames are our own, as when it is used. Seeds are fixed: same files,
 * engine and codebook, same weights.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadLanguageModel } from '../../src/language/index.js';
import { packagePath } from '../../src/package-root.js';
import { encodeArbiter } from '../../src/reading/events/arbiter/load-arbiter.js';
import { loadRegistry } from '../../src/registry/index.js';
import { fitArbiter } from './fit.js';
import { lessonsFrom, ownLessons } from './lessons.js';

const paths = process.argv.slice(2);
if (paths.length === 0) throw new Error('Give the path of a JSONL file of marked sentences.');

const grounds = { model: loadLanguageModel(), registry: loadRegistry() };
const given = paths.flatMap((path) => lessonsFrom(path, grounds));
const own = ownLessons(grounds);
const arbiter = fitArbiter([...given, ...own]);
const bytes = encodeArbiter(arbiter);
mkdirSync(packagePath('models', 'arbiter'), { recursive: true });
writeFileSync(packagePath('models', 'arbiter', 'arbiter.bin'), bytes);
console.log(
  `${given.length} relations, ${own.length} sentences of our own: ${arbiter.rows.size} features, ${bytes.length} bytes`,
);
