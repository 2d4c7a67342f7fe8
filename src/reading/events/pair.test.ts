import { describe, expect, it } from 'vitest';
import type { Range } from '../../document/span.js';
import { reportFromText } from '../../intake/index.js';
import { analyseReport, type Engine, loadEngine } from '../../pipeline.js';
import { findCast } from '../actors/find-cast.js';
import { typeOfPair } from './pair.js';

let loaded: Engine | undefined;

/** What the first named party does to the second: `TYPE`, with "+" where the frame joins just these two. */
function relationIn(text: string, actor: string | null, recipient: string | null): string | null {
  loaded ??= loadEngine();
  const doc = analyseReport(reportFromText(text), loaded);
  const cast = findCast(doc, loaded.registry);
  const rangeOf = (name: string | null): Range | null =>
    name === null ? null : { start: text.indexOf(name), end: text.indexOf(name) + name.length };
  const found = typeOfPair(doc, cast, loaded.registry.codebook, rangeOf(actor), rangeOf(recipient));
  return found === undefined ? null : `${found.type}${found.joinsBoth ? '+' : ''}`;
}

const check = (text: string, actor: string | null, recipient: string | null, expected: string | null) =>
  it(`${text} (${actor}, ${recipient})`, () => expect(relationIn(text, actor, recipient)).toBe(expected));

describe('typeOfPair', () => {
  check('Turkey expelled two Russian diplomats.', 'Turkey', 'Russian', 'SANCTION+');
  check('Iran condemned Iraq.', 'Iran', 'Iraq', 'ACCUSE+');
  check('Iran was condemned by Iraq.', 'Iraq', 'Iran', 'ACCUSE+');
  check('China and Japan met in Seoul.', 'China', 'Japan', 'CONSULT+');
});

describe('of two events, the one that joins the pair', () => {
  const text = 'Canada condemned Russia and sent aid to Mali.';
  check(text, 'Canada', 'Russia', 'ACCUSE+');
  check(text, 'Canada', 'Mali', 'AID+');
});

describe('the conventions of the relation data', () => {
  check('Norway will send aid to Chad.', 'Norway', 'Chad', 'AGREE+');
  check('Israel will attack Iran.', 'Israel', 'Iran', 'THREATEN+');
  check('Brazil did not meet Cuba.', 'Brazil', 'Cuba', 'REJECT+');
  check('Russia withdrew its troops from Syria.', 'Russia', 'Syria', 'YIELD+');
});

describe('where little is known', () => {
  check('Turkey expelled two Russian diplomats.', null, 'Russian', 'SANCTION');
  check('Turkey expelled two Russian diplomats.', 'Turkey', null, 'SANCTION');
  check('Chile is bigger than Peru.', 'Chile', 'Peru', null);
});
