import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Report } from '../src/document/report.js';
import { packagePath } from '../src/package-root.js';
import { analyseReport, loadEngine } from '../src/pipeline.js';
import { findCast } from '../src/reading/actors/find-cast.js';
import type { Actor } from '../src/reading/contract.js';
import { reportOf } from './report-of.js';

/**
 * Who the phrases of `who-is-who.tsv` are, by the real models and registry.
 *
 * **Shape** a line a sentence: the day of the report or nothing, the sentence, and after a tab its mentions parted by
 * ` | `, each as `words = COUNTRY SECTORS`, `-` for what must stay open; where a day is given, who the person is
 * comes last. Several actors of one mention are parted by commas.
 */
const lines = readFileSync(packagePath('test', 'who-is-who.tsv'), 'utf8').trimEnd().split('\n').slice(1);
const engine = loadEngine();

describe('who is who', () => {
  it('has a few hundred phrases', () => {
    expect(lines.flatMap((line) => line.split('\t')[2]!.split(' | ')).length).toBeGreaterThan(400);
  });

  it.each(lines.map((line) => line.split('\t')))('%s %s', (date, sentence, wanted) => {
    const mentions = findCast(
      analyseReport(report(sentence!, date || null), engine),
      engine.registry,
    ).mentions.filter(({ kind }) => kind !== 'pronoun');
    const found = mentions.map(({ actors }) => show(actors, date !== ''));
    for (const phrase of wanted!.split(' | ')) expect(found).toContain(phrase);
  });
});

function show(actors: readonly Actor[], dated: boolean): string {
  const who = actors.map(({ country, sectors, person }) => {
    const name = dated && person !== null ? ` ${person}` : '';
    return `${country ?? '-'} ${sectors.join('+') || '-'}${name}`;
  });
  return `${actors[0]?.mention.text} = ${who.join(', ')}`;
}

function report(text: string, published: string | null): Report {
  return { ...reportOf(text), published, publishedBasis: published === null ? null : 'given' };
}
