import { describe, expect, it } from 'vitest';
import { settleVoice, voiceNumbers } from './settle-voice.js';

const TAGS = ['NOUN|NN', 'VERB|VBN', 'VERB|VBD', 'PUNCT|.', 'ADP|IN', 'AUX|VBD', 'VERB|VBZ'];
const RELATIONS = 'root nsubj nsubj:pass obj obl obl:unmarked case acl punct aux:pass aux cop'.split(' ');
const VOICE = voiceNumbers(TAGS, RELATIONS);

/** A sentence as "word/TAG>head:relation" by position, 0 for the root, before and after. */
function check(title: string, before: string, after = before): void {
  it(title, () => {
    const rows = before.split(' ').map((one) => /^(.+)\/(.+)>(\d+):(.+)$/.exec(one)!);
    const tree = {
      tags: Int32Array.from(rows, ([, , tag]) => TAGS.findIndex((one) => one.endsWith(`|${tag}`))),
      heads: Int32Array.from(rows, ([, , , head]) => Number(head) - 1),
      relations: Int32Array.from(rows, ([, , , , relation]) => RELATIONS.indexOf(relation!)),
    };
    settleVoice(
      rows.map(([, word]) => word!),
      tree,
      VOICE,
    );
    const shown = rows.map(
      ([, word], at) =>
        `${word}/${TAGS[tree.tags[at]!]!.split('|')[1]}>${tree.heads[at]! + 1}:${RELATIONS[tree.relations[at]!]}`,
    );
    expect(shown.join(' ')).toBe(after);
  });
}

describe('the verb of a whole sentence', () => {
  check(
    'is in the past and active where no auxiliary makes it passive',
    'Chile/NN>2:nsubj:pass bombed/VBN>0:root Peru/NN>2:obl:unmarked ./.>2:punct',
    'Chile/NN>2:nsubj bombed/VBD>0:root Peru/NN>2:obj ./.>2:punct',
  );
  check(
    'stays passive with its auxiliary',
    'Chile/NN>3:nsubj:pass was/VBD>3:aux:pass bombed/VBN>0:root ./.>3:punct',
  );
  check(
    'is what seemed to describe a noun, where there is no other and it does something',
    'Labour/NN>0:root called/VBN>1:acl for/IN>4:case talks/NN>2:obl ./.>1:punct',
    'Labour/NN>2:nsubj called/VBD>0:root for/IN>4:case talks/NN>2:obl ./.>2:punct',
  );
  check('may be missing where something was done', 'Four/NN>0:root killed/VBN>1:acl ./.>1:punct');
  check(
    'may be missing without a full stop',
    'Labour/NN>0:root called/VBN>1:acl for/IN>4:case talks/NN>2:obl',
  );
  check(
    'is the finite one where there is one',
    'men/NN>0:root called/VBN>1:acl for/IN>4:case talks/NN>2:obl left/VBD>1:acl ./.>1:punct',
  );
});
