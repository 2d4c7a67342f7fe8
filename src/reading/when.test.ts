import { describe, expect, it } from 'vitest';
import { treeOf } from '../../test/tree-of.js';
import { findTimes } from '../language/times/find-times.js';
import { whenAt } from './when.js';

/** When a word of a report of Wednesday 15 June 2016 (or the date given) happened: `first..last "words" basis`. */
function check(
  notation: string,
  word: string,
  expected: string,
  published: string | null = '2016-06-15',
): void {
  const doc = findTimes.run(
    { ...treeOf(notation, published), names: [], innerNames: [], phrases: [] },
    undefined,
  );
  const { start, end, text, basis } = whenAt(
    doc,
    doc.tokens.findIndex((token) => token.text === word),
  );
  expect(`${start}..${end} ${text === null ? '-' : `"${text}"`} ${basis}`).toBe(expected);
}

describe('whenAt', () => {
  it('takes the time of the clause', () => {
    check(
      'They/PRP/nsubj/2 left/VBD/root/0 on/IN/case/4 Monday/NNP/obl/2',
      'left',
      '2016-06-13..2016-06-13 "Monday" published',
    );
  });

  it('takes the time under a noun before that of its clause', () => {
    const told =
      'They/PRP/nsubj/2 condemned/VBD/root/0 the/DT/det/4 raid/NN/obj/2 on/IN/case/6 Friday/NNP/nmod/4 on/IN/case/8 Monday/NNP/obl/2';
    check(told, 'raid', '2016-06-10..2016-06-10 "Friday" published');
    check(told, 'condemned', '2016-06-13..2016-06-13 "Monday" published');
  });

  it('gives a noun the time of its clause', () => {
    check(
      'A/DT/det/2 raid/NN/nsubj/3 began/VBD/root/0 on/IN/case/5 Monday/NNP/obl/3',
      'raid',
      '2016-06-13..2016-06-13 "Monday" published',
    );
  });

  it('shares a time among conjoined verbs, and with what happened hours before', () => {
    const told =
      'Rome/NNP/nsubj/2 cut/VBD/root/0 ties/NNS/obj/2 on/IN/case/5 Monday/NNP/obl/2 and/CC/cc/7 left/VBD/conj/2 hours/NNS/obl/11 after/IN/mark/11 crowds/NNS/nsubj/11 rioted/VBD/advcl/2';
    check(told, 'left', '2016-06-13..2016-06-13 "Monday" published');
    check(told, 'rioted', '2016-06-13..2016-06-13 "Monday" published');
  });

  it('keeps the day of saying away from what is said', () => {
    const told =
      'She/PRP/nsubj/2 said/VBD/root/0 on/IN/case/4 Monday/NNP/obl/2 that/IN/mark/7 troops/NNS/nsubj/7 left/VBD/ccomp/2';
    check(told, 'said', '2016-06-13..2016-06-13 "Monday" published');
    check(told, 'left', '2016-06-14..2016-06-15 - published');
  });

  it('leaves a window around the publication where no words tell the day', () => {
    check('They/PRP/nsubj/2 left/VBD/root/0', 'left', '2016-06-14..2016-06-15 - published');
    check('They/PRP/nsubj/3 will/MD/aux/3 leave/VB/root/0', 'leave', '2016-06-15..null - published');
    check('They/PRP/nsubj/3 had/VBD/aux/3 left/VBN/root/0', 'left', 'null..2016-06-15 - published');
    check('They/PRP/nsubj/2 left/VBD/root/0', 'left', 'null..null - none', null);
  });

  it('does not date by a length of time', () => {
    check(
      'They/PRP/nsubj/2 fought/VBD/root/0 for/IN/case/5 two/CD/nummod/5 years/NNS/obl/2',
      'fought',
      '2016-06-14..2016-06-15 - published',
    );
  });

  it('goes on from an old date in the sentence before', () => {
    check(
      'War/NN/nsubj/2 began/VBD/root/0 in/IN/case/4 2011/CD/obl/2\nRebels/NNS/nsubj/2 took/VBD/root/0 towns/NNS/obj/2',
      'took',
      '2011-01-01..2011-12-31 - context',
    );
  });

  it('keeps a time inside a quote to what stands in the quote', () => {
    const told =
      '"/``/punct/3 We/PRP/nsubj/3 left/VBD/ccomp/8 on/IN/case/5 Monday/NNP/obl/3 "/\'\'/punct/3 she/PRP/nsubj/8 said/VBD/root/0';
    check(told, 'left', '2016-06-13..2016-06-13 "Monday" published');
    check(told, 'said', '2016-06-14..2016-06-15 - published');
  });
});
