import { describe, expect, it } from 'vitest';
import { parsed } from '../../../test/small-world.js';
import { isLocative, standingOf } from './stands-for.js';

describe('standingOf', () => {
  const check = (notation: string, word: string, expected: string) => {
    const doc = parsed(notation);
    const token = doc.tokens.findIndex((one) => one.text === word);
    const { acts, place } = standingOf(doc, token);
    expect([acts && 'acts', place && 'place'].filter(Boolean).join(' ')).toBe(expected);
  };

  it('takes subjects, agents and owners of deeds for governments', () => {
    check('Moscow/P/nsubj/2 protested/V/root/0', 'Moscow', 'acts');
    check("Moscow/P/nmod:poss/3 's/T/case/1 protest/N/nsubj/4 came/V/root/0", 'Moscow', 'acts');
    check('pressure/N/nsubj/4 from/I/case/3 Moscow/P/nmod/1 grew/V/root/0', 'Moscow', 'acts');
  });

  it('takes what is in, at or near a name for a place', () => {
    check('They/R/nsubj/2 met/V/root/0 in/I/case/4 Moscow/P/obl/2', 'Moscow', 'place');
    check("Moscow/P/nmod:poss/3 's/T/case/1 airport/N/nsubj/4 closed/V/root/0", 'Moscow', 'place');
    check('the/D/det/2 city/N/nsubj/5 of/I/case/4 Moscow/P/nmod/2 slept/V/root/0', 'Moscow', 'place');
  });

  it('takes the end of a journey for a place', () =>
    check('a/D/det/2 trip/N/nsubj/5 to/I/case/4 Moscow/P/nmod/2 ended/V/root/0', 'Moscow', 'place'));

  it('takes what is hit for both', () =>
    check('Rebels/N/nsubj/2 shelled/V/root/0 Tehran/P/obj/2', 'Tehran', 'acts place'));

  it('treats all of a coordination alike', () =>
    check(
      'They/R/nsubj/2 met/V/root/0 in/I/case/4 Moscow/P/obl/2 and/C/cc/6 Paris/P/conj/4',
      'Paris',
      'place',
    ));
});

describe('isLocative', () => {
  it('tells "in Iran" from "with Iran"', () => {
    expect(isLocative(parsed('Talks/N/root/0 in/I/case/3 Iran/P/nmod/1'), 2)).toBe(true);
    expect(isLocative(parsed('Talks/N/root/0 with/I/case/3 Iran/P/nmod/1'), 2)).toBe(false);
  });
});
