import { describe, expect, it } from 'vitest';
import type { Range } from '../../document/span.js';
import { reportFromText } from '../../intake/index.js';
import { analyseReport, type Engine, loadEngine } from '../../pipeline.js';
import { findCast } from '../actors/find-cast.js';
import { frameAll } from './framed.js';
import { nearestFrame } from './nearest-frame.js';
import { proposeEvents } from './propose.js';
import { relationTypeOf } from './relation-type.js';

let loaded: Engine | undefined;

/** What the frame says that the first party does to the second, in the conventions of the relation data. */
function relationIn(text: string, actor: string | null, recipient: string | null): string | null {
  loaded ??= loadEngine();
  const { codebook } = loaded.registry;
  const doc = analyseReport(reportFromText(text), loaded);
  const framed = frameAll(doc, proposeEvents(doc, findCast(doc, loaded.registry), codebook), codebook);
  const rangeOf = (name: string | null): Range | null =>
    name === null ? null : { start: text.indexOf(name), end: text.indexOf(name) + name.length };
  const found = nearestFrame(doc, framed, rangeOf(actor), rangeOf(recipient));
  if (found === undefined) return null;
  const { frame } = found.proposal;
  return relationTypeOf(frame, found.embedding, codebook);
}

const check = (text: string, actor: string | null, recipient: string | null, expected: string | null) =>
  it(`${text} (${actor}, ${recipient})`, () => expect(relationIn(text, actor, recipient)).toBe(expected));

describe('nearestFrame', () => {
  check('Turkey expelled two Russian diplomats.', 'Turkey', 'Russian', 'SANCTION');
  check('Iran condemned Iraq.', 'Iran', 'Iraq', 'ACCUSE');
  check('Iran was condemned by Iraq.', 'Iraq', 'Iran', 'ACCUSE');
  check('China and Japan met in Seoul.', 'China', 'Japan', 'CONSULT');
});

describe('of two events, the one that joins the pair', () => {
  const text = 'Canada condemned Russia and sent aid to Mali.';
  check(text, 'Canada', 'Russia', 'ACCUSE');
  check(text, 'Canada', 'Mali', 'AID');
});

describe('the conventions of the relation data', () => {
  check('Norway will send aid to Chad.', 'Norway', 'Chad', 'AGREE');
  check('Israel will attack Iran.', 'Israel', 'Iran', 'THREATEN');
  check('Brazil did not meet Cuba.', 'Brazil', 'Cuba', 'REJECT');
  check('Russia withdrew its troops from Syria.', 'Russia', 'Syria', 'YIELD');
});

describe('where little is known', () => {
  check('Turkey expelled two Russian diplomats.', null, 'Russian', 'SANCTION');
  check('Turkey expelled two Russian diplomats.', 'Turkey', null, 'SANCTION');
  check('Chile is bigger than Peru.', 'Chile', 'Peru', null);
});
