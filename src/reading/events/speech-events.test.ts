import { describe, expect, it } from 'vitest';
import { loadCodebook } from '../../registry/codebook/load-codebook.js';
import type { Actor, StanceAct, Statement } from '../contract.js';
import { speechEvents } from './speech-events.js';

const CODEBOOK = loadCodebook();
const TEXT = 'Chile said Peru was behind it.';

function actor(name: string): Actor {
  const start = Math.max(0, TEXT.indexOf(name));
  return {
    name,
    country: null,
    sectors: ['GOV'],
    title: null,
    person: null,
    id: null,
    mention: { start, end: start + name.length, text: name },
    resolvedBy: 'name',
  };
}

/** A statement by `speaker` with stances "accuses Peru", "regrets". */
function statementOf(speaker: string | null, stances: readonly string[]): Statement {
  return {
    id: 's-1',
    kind: 'indirect',
    speaker: speaker === null ? null : actor(speaker),
    source: [],
    cue: { start: 6, end: 10, text: 'said' },
    content: [{ start: 11, end: 29, text: TEXT.slice(11, 29) }],
    addressee: null,
    when: { start: null, end: null, precision: 'unknown', text: null, basis: 'none' },
    place: null,
    medium: null,
    stance: stances.map((stance) => {
      const [act, toward] = stance.split(' ') as [StanceAct, string | undefined];
      return { act, toward: toward === undefined ? null : actor(toward), event: null };
    }),
    sentence: 0,
    confidence: 0.9,
    by: 'test',
  };
}

function check(stances: readonly string[], expected: readonly string[], speaker: string | null = 'Chile') {
  const found = speechEvents('report', [statementOf(speaker, stances)], [], CODEBOOK);
  const shown = found.map(
    ({ type, actors, recipients }) => `${type} ${actors[0]?.name} > ${recipients[0]?.name}`,
  );
  expect(shown).toEqual(expected);
}

describe('speechEvents', () => {
  it('makes an event of an act that is aimed at somebody', () => {
    check(['accuses Peru'], ['ACCUSE Chile > Peru']);
    check(['demands Peru'], ['REQUEST Chile > Peru']);
    check(['denies Peru'], ['REJECT Chile > Peru']);
    check(['praises Peru'], ['SUPPORT Chile > Peru']);
    check(['promises Peru'], ['AGREE Chile > Peru']);
    check(['threatens Peru'], ['THREATEN Chile > Peru']);
  });

  it('makes none of an act that is aimed at nobody, or at the speaker', () => {
    check(['accuses'], []);
    check(['accuses Chile'], []);
  });

  it('makes none of what nobody is known to have said', () => check(['accuses Peru'], [], null));

  it('makes none of an attitude that is no act', () => {
    check(['regrets Peru'], []);
    check(['doubts Peru'], []);
    check(['declines Peru'], []);
  });

  it('makes one event of two acts of one type', () =>
    check(['praises Peru', 'supports Peru'], ['SUPPORT Chile > Peru']));

  it('adds nothing to an event of the same speaker, type and sentence', () => {
    const statements = [statementOf('Chile', ['accuses Peru'])];
    const known = speechEvents('report', statements, [], CODEBOOK);
    expect(known).toHaveLength(1);
    expect(speechEvents('report', statements, known, CODEBOOK)).toEqual([]);
  });

  it('links the event to its statement, whose cue tells it', () => {
    const [event] = speechEvents('report', [statementOf('Chile', ['accuses Peru'])], [], CODEBOOK);
    expect(event).toMatchObject({
      attributedTo: 's-1',
      standing: 'reported',
      quad: 'verbal conflict',
      cue: { text: 'said' },
      by: 'stance:accuses',
    });
    expect(event!.confidence).toBeLessThan(0.9);
  });
});
