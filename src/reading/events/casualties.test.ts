import { describe, expect, it } from 'vitest';
import { treeOf } from '../../../test/tree-of.js';
import type { Document } from '../../document/document.js';
import { lemmatise } from '../../language/tagging/lemmatise.js';
import { casualtiesOf } from './casualties.js';

function documentOf(notation: string): Document {
  const doc = treeOf(notation);
  const lemmas = doc.tokens.map(({ text }, at) => lemmatise(text, doc.upos[at]!, doc.xpos[at]!));
  return { ...doc, lemmas, names: [], innerNames: [], phrases: [], times: [], references: [], chains: [] };
}

const check = (title: string, notation: string, head: string, dead: number | null, injured: number | null) =>
  it(title, () => {
    const doc = documentOf(notation);
    const at = doc.tokens.findIndex(({ text }) => text === head);
    expect(casualtiesOf(doc, at)).toEqual({ dead, injured });
  });

describe('the dead and injured of an event', () => {
  check(
    'are those whom its own verb hits',
    'Rebels/NNS/nsubj/2 killed/VBD/root/0 12/CD/nummod/4 soldiers/NNS/obj/2',
    'killed',
    12,
    null,
  );
  check(
    'are told by words as by figures',
    'Rebels/NNS/nsubj/2 wounded/VBD/root/0 two/CD/compound/4 thousand/CD/nummod/5 soldiers/NNS/obj/2',
    'wounded',
    null,
    2000,
  );
  check(
    'are the subject of a passive',
    '12/CD/nummod/2 soldiers/NNS/nsubj:pass/4 were/VBD/aux:pass/4 killed/VBN/root/0',
    'killed',
    12,
    null,
  );
  check('are the subject of "die"', 'Nine/CD/nummod/2 soldiers/NNS/nsubj/3 died/VBD/root/0', 'died', 9, null);
  check(
    'are one where the noun is one',
    'Rebels/NNS/nsubj/2 killed/VBD/root/0 a/DT/det/4 soldier/NN/obj/2',
    'killed',
    1,
    null,
  );
  check(
    'are told by a participle that hangs on its verb',
    'Rebels/NNS/nsubj/2 attacked/VBD/root/0 Mali/NNP/obj/2 killing/VBG/advcl/2 14/CD/nummod/6 people/NNS/obj/4',
    'attacked',
    14,
    null,
  );
  check(
    'are told by the verb that a noun hangs on, and by what is conjoined to that',
    'The/DT/det/2 attack/NN/nsubj/3 killed/VBD/root/0 two/CD/obj/3 and/CC/cc/6 injured/VBD/conj/3 nine/CD/obj/6',
    'attack',
    2,
    9,
  );
  check(
    'stay open where the text leaves them open',
    'Rebels/NNS/nsubj/2 killed/VBD/root/0 dozens/NNS/obj/2',
    'killed',
    null,
    null,
  );
  check(
    'are not those of another clause',
    'Iran/NNP/nsubj/2 said/VBD/root/0 rebels/NNS/nsubj/4 attacked/VBD/ccomp/2 Mali/NNP/obj/4 killing/VBG/advcl/2 two/CD/obj/6',
    'attacked',
    null,
    null,
  );
});
