import { describe, expect, it } from 'vitest';
import { parsed, REGISTRY } from '../../../test/small-world.js';
import { cut } from '../../document/span.js';
import { findCast } from '../actors/find-cast.js';
import type { Statement } from '../contract.js';
import { addStances } from '../statements/stances/add-stances.js';
import { findDisputes } from './find-disputes.js';

/** Each statement is `speaker cue first last`, words counted from 1 through the text. */
function check(notation: string, said: readonly string[], expected: readonly string[]): void {
  const doc = parsed(notation);
  const cast = findCast(doc, REGISTRY);
  const words = (first: number, last: number) =>
    cut(doc.report.text, doc.tokens[first - 1]!.start, doc.tokens[last - 1]!.end);
  const statements = said.map((line, index): Statement => {
    const [source, cue, first, last] = line.split(' ').map(Number) as [number, number, number, number];
    return {
      id: `s-${index}`,
      kind: 'indirect',
      speaker: cast.at(source - 1)?.actors[0] ?? null,
      source: [words(source, source)],
      cue: words(cue, cue),
      content: [words(first, last)],
      addressee: null,
      when: { start: null, end: null, precision: 'unknown', text: null, basis: 'none' },
      place: null,
      medium: null,
      stance: [],
      sentence: doc.tokens[cue - 1]!.sentence,
      confidence: 1,
      by: 'test',
    };
  });
  const disputes = findDisputes(doc, cast, addStances(doc, cast, statements, []), []);
  expect(
    disputes.map(
      ({ about, positions }) =>
        `${about}: ${positions.map((one) => `${one.party.country} ${one.stance}`).join(', ')}`,
    ),
  ).toEqual(expected);
}

const BLAME = 'France/P/nsubj/2 blame/V/root/0 Iran/P/obj/2 for/I/case/6 the/D/det/6 shelling/N/obl/2';

describe('findDisputes', () => {
  it('sets a denial against an accusation', () =>
    check(
      `${BLAME}\nIran/P/nsubj/8 deny/V/root/0 involvement/N/obj/8`,
      ['1 2 3 6', '7 8 9 9'],
      ['shelling: FRA accuses, IRN denies'],
    ));

  it('puts accusers of the same thing together', () =>
    check(
      `${BLAME}\nChina/P/nsubj/8 blame/V/root/0 Iran/P/obj/8 for/I/case/11 shelling/N/obl/8`,
      ['1 2 3 6', '7 8 9 11'],
      ['shelling: FRA accuses, CHN accuses'],
    ));

  it('keeps accusations of different things apart, and an accusation that nobody answers out', () => {
    check(BLAME, ['1 2 3 6'], []);
    check(
      `${BLAME}\nChina/P/nsubj/8 blame/V/root/0 Chile/P/obj/8 for/I/case/11 inflation/N/obl/8`,
      ['1 2 3 6', '7 8 9 11'],
      [],
    );
  });

  it('notes who withholds an answer', () =>
    check(
      `${BLAME}\nIran/P/nsubj/8 decline/V/root/0 to/T/mark/10 comment/V/xcomp/8`,
      ['1 2 3 6', '7 8 9 10'],
      ['shelling: FRA accuses, IRN withholds'],
    ));

  it('takes a denial by somebody who was not accused for another matter', () =>
    check(`${BLAME}\nChile/P/nsubj/8 deny/V/root/0 interest/N/obj/8`, ['1 2 3 6', '7 8 9 9'], []));

  it('names the thing that a relative clause lays at a door', () =>
    check(
      'a/D/det/2 raid/N/root/0 that/R/obj/5 France/P/nsubj/5 blame/V/acl:relcl/2 on/I/case/7 Iran/P/obl/5\n' +
        'Iran/P/nsubj/9 deny/V/root/0 it/R/obj/9',
      ['4 5 6 7', '8 9 10 10'],
      ['raid: FRA accuses, IRN denies'],
    ));

  it('finds none where nobody says anything', () => check('Iran/P/nsubj/2 protested/V/root/0', [], []));
});
