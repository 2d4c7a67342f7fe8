import { describe, expect, it } from 'vitest';
import { treeOf } from '../../../test/tree-of.js';
import type { Name, Timed } from '../../document/document.js';
import { describeMentions } from './describe-mentions.js';
import { findInterview } from './find-interview.js';
import { findMentions } from './find-mentions.js';

const TALK = `

Why/WRB/advmod/4 did/VBD/aux/4 you/PRP/nsubj/4 leave/VB/root/0 ?/./punct/4

I/PRP/nsubj/3 was/VBD/cop/3 tired/JJ/root/0 ././punct/3

What/WP/obj/4 will/MD/aux/4 you/PRP/nsubj/4 do/VB/root/0 ?/./punct/4

I/PRP/nsubj/3 will/MD/aux/3 write/VB/root/0 ././punct/3`;

/** An opening with its named persons, then who is asked and who asks. */
function check(opening: string, persons: readonly string[], asked: string | null, asks: string | null): void {
  const doc = treeOf(opening + TALK);
  const names = persons.map((text, index): Name => {
    const from = doc.tokens.findIndex((token) => token.text === text.split(' ')[0]);
    const to = from + text.split(' ').length;
    const [start, end] = [doc.tokens[from]!.start, doc.tokens[to - 1]!.end];
    return { index, from, to, start, end, text, type: 'person', head: from };
  });
  const timed: Timed = { ...doc, names, innerNames: [], phrases: [], times: [] };
  const { interviewee, interviewer } = findInterview(timed, describeMentions(timed, findMentions(timed)));
  const shown = [interviewee, interviewer].map((one) => (one === null ? null : doc.tokens[one.head]!.text));
  expect(shown).toEqual([asked, asks]);
}

describe('findInterview', () => {
  it('asks whom the title says that somebody interviewed', () => {
    check(
      'Interview/NN/root/0 with/IN/case/3 Mary/NNP/nmod/1 Jones/NNP/flat/3',
      ['Mary Jones'],
      'Mary',
      null,
    );
    check(
      'Paul/NNP/nsubj/3 Brown/NNP/flat/1 interview/VBZ/root/0 Mary/NNP/obj/3 Jones/NNP/flat/4',
      ['Paul Brown', 'Mary Jones'],
      'Mary',
      'Paul',
    );
  });

  it('finds the name beside a noun', () =>
    check(
      'Interview/NN/root/0 with/IN/case/3 founder/NN/nmod/1 Mary/NNP/appos/3 Jones/NNP/flat/4',
      ['Mary Jones'],
      'Mary',
      null,
    ));

  it('chooses nobody where several are asked', () =>
    check(
      'Interview/NN/root/0 with/IN/case/3 Mary/NNP/nmod/1 Jones/NNP/flat/3 and/CC/cc/6 Paul/NNP/conj/3 Brown/NNP/flat/6',
      ['Mary Jones', 'Paul Brown'],
      null,
      null,
    ));

  it('chooses nobody by a title alone that tells of no interview', () =>
    check('Mary/NNP/nsubj/3 Jones/NNP/flat/1 resigned/VBD/root/0', ['Mary Jones'], null, null));
});
