import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportFromText } from '../../src/intake/make-report.js';
import { tokenise } from '../../src/language/text/tokenise.js';
import type { Base, Material } from './plant.js';
import { makeSpin } from './spin.js';

/** **Units** sentences. */
const LONGEST = 11;
const SHORTEST = 6;

/**
 * What copies are planted from: stretches of Wikinews reports other than interviews as originals, no sentence in two of them; sentences of
 * MASC as filler.
 *
 * **Shape** `shared` is the folder that holds `corpora` and `lexicons`.
 */
export function loadMaterial(shared: string): Material {
  const bases: Base[] = [];
  for (const line of readFileSync(join(shared, 'corpora', 'news', 'wikinews.jsonl'), 'utf8')
    .trim()
    .split('\n')) {
    const { title, text, published } = JSON.parse(line) as { title: string; text: string; published: string };
    // Interviews put the same questions to one after another.
    if (text.includes('((')) continue;
    const sentences = sentencesOf(text);
    for (let from = 0; from + SHORTEST <= sentences.length; from += LONGEST)
      bases.push({ title, sentences: sentences.slice(from, from + LONGEST), day: published.slice(0, 10) });
  }
  const written = join(shared, 'corpora', 'masc', 'masc_tagged', 'written');
  const filler = readdirSync(written)
    .sort()
    .flatMap((file) => sentencesOf(untagged(readFileSync(join(written, file), 'utf8'))));
  const words = bases.flatMap(
    ({ sentences }) =>
      sentences
        .join(' ')
        .toLowerCase()
        .match(/[a-z]{4,}/g) ?? [],
  );
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const vocabulary = new Set([...counts].filter(([, count]) => count > 2).map(([word]) => word));
  const pairs = join(shared, 'lexicons', 'mwa_ppdb', 'ppdb-1.0-xxxl-lexical.extended.synonyms.uniquepairs');
  return { bases, filler: [...new Set(filler)], spin: makeSpin(pairs, vocabulary) };
}

function sentencesOf(text: string): string[] {
  const { sentences } = tokenise.run({ report: reportFromText(text) }, undefined);
  return sentences
    .filter(({ kind, start, end }) => kind === 'body' && end - start > 40 && end - start < 500)
    .map(({ start, end }) => text.slice(start, end).replaceAll(/\s+/g, ' '));
}

/** "The_DT court_NN ._." as it was written. */
function untagged(text: string): string {
  return text
    .replaceAll(/_[^\s_]+(?=\s|$)/g, '')
    .replaceAll(/ ([.,;:?!)'’])/g, '$1')
    .replaceAll('( ', '(');
}
