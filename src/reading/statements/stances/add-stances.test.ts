import { describe, expect, it } from 'vitest';
import { parsed, REGISTRY } from '../../../../test/small-world.js';
import { cut } from '../../../document/span.js';
import { findCast } from '../../actors/find-cast.js';
import type { Statement } from '../../contract.js';
import { addStances } from './add-stances.js';

/** A sentence whose words from the `from`-th to the `to`-th are content; its cue is the word on place `cue`. */
function check(
  notation: string,
  cue: number,
  [from, to]: [number, number],
  expected: readonly string[],
): void {
  const doc = parsed(notation);
  const cast = findCast(doc, REGISTRY);
  const words = (first: number, last: number) =>
    cut(doc.report.text, doc.tokens[first - 1]!.start, doc.tokens[last - 1]!.end);
  const statement: Statement = {
    id: 's-1',
    kind: 'indirect',
    speaker: cast.mentions[0]?.actors[0] ?? null,
    source: [words(1, 1)],
    cue: words(cue, cue),
    content: [words(from, to)],
    addressee: null,
    when: { start: null, end: null, precision: 'unknown', text: null, basis: 'none' },
    place: null,
    medium: null,
    stance: [],
    sentence: 0,
    confidence: 1,
    by: 'test',
  };
  const [read] = addStances(doc, cast, [statement], []);
  expect(read!.stance.map(({ act, toward }) => `${act} ${toward?.country ?? '-'}`)).toEqual(expected);
}

describe('addStances', () => {
  it('takes the act from the cue and the recipient from its object', () =>
    check(
      'Iran/P/nsubj/2 accuse/V/root/0 France/P/obj/2 of/I/case/5 theft/N/obl/2',
      2,
      [3, 5],
      ['accuses FRA'],
    ));

  it('takes whoever a preposition leads to', () =>
    check(
      'Iran/P/nsubj/2 blame/V/root/0 the/D/det/4 attack/N/obj/2 on/I/case/6 France/P/obl/2',
      2,
      [3, 6],
      ['accuses FRA'],
    ));

  it('takes the owner of what is condemned', () =>
    check(
      "Iran/P/nsubj/2 condemn/V/root/0 France/P/nmod:poss/5 's/T/case/3 strike/N/obj/2",
      2,
      [3, 5],
      ['accuses FRA'],
    ));

  it('takes the subject of what is demanded', () =>
    check(
      'Iran/P/nsubj/2 demand/V/root/0 that/S/mark/5 France/P/nsubj/5 leave/V/ccomp/2',
      2,
      [3, 5],
      ['demands FRA'],
    ));

  it('lets "not" undo an act', () =>
    check('Iran/P/nsubj/4 did/X/aux/4 not/T/advmod/4 accuse/V/root/0 France/P/obj/4', 4, [5, 5], []));

  it('reads a withheld answer', () => {
    check('Iran/P/nsubj/2 decline/V/root/0 to/T/mark/4 comment/V/xcomp/2', 2, [3, 4], ['declines -']);
    check(
      'Iran/P/nsubj/4 did/X/aux/4 not/T/advmod/4 respond/V/root/0 Friday/P/obl/4',
      4,
      [5, 5],
      ['declines -'],
    );
  });

  it('reads blame and innocence from the content', () => {
    check(
      'Iran/P/nsubj/2 say/V/root/0 France/P/nsubj/5 is/X/cop/5 responsible/A/ccomp/2',
      2,
      [3, 5],
      ['accuses FRA'],
    );
    check(
      'Iran/P/nsubj/2 say/V/root/0 France/P/nsubj/4 bear/V/ccomp/2 a/D/det/6 responsibility/N/obj/4',
      2,
      [3, 6],
      ['accuses FRA'],
    );
    check(
      'Iran/P/nsubj/2 say/V/root/0 it/R/nsubj/6 is/X/cop/6 not/T/advmod/6 responsible/A/ccomp/2',
      2,
      [3, 6],
      ['denies -'],
    );
  });

  it('takes a warning for a threat only where harm is named', () => {
    check(
      'Iran/P/nsubj/2 warn/V/root/0 France/P/nsubj/5 will/X/aux/5 face/V/ccomp/2 war/N/obj/5',
      2,
      [3, 6],
      ['threatens FRA'],
    );
    check('Iran/P/nsubj/2 warn/V/root/0 it/R/nsubj/5 will/X/aux/5 rain/V/ccomp/2', 2, [3, 5], []);
  });

  it('tells a denial from a refusal', () => {
    check('Iran/P/nsubj/2 reject/V/root/0 the/D/det/4 allegation/N/obj/2', 2, [3, 4], ['denies -']);
    check('Iran/P/nsubj/2 reject/V/root/0 the/D/det/4 offer/N/obj/2', 2, [3, 4], []);
  });
});
