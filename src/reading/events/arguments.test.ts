import { describe, expect, it } from 'vitest';
import { treeOf } from '../../../test/tree-of.js';
import { argumentsOf } from './arguments.js';
import { phraseHeads, prepositionOf } from './noun-phrases.js';

/** The words that fill each role of the verb given, roles without any left out. */
function rolesOf(notation: string, verb: string): Readonly<Record<string, string>> {
  const doc = treeOf(notation);
  const words = doc.tokens.map(({ text }) => text);
  const { subject, object, indirect, obliques, clauses } = argumentsOf(doc, words.indexOf(verb));
  const roles = {
    subject: subject.map((head) => words[head]),
    object: object.map((head) => words[head]),
    indirect: indirect.map((head) => words[head]),
    obliques: obliques.map(({ preposition, head }) => `${preposition} ${words[head]}`),
    clauses: clauses.map(({ kind, head }) => `${kind} ${words[head]}`),
  };
  const filled = Object.entries(roles).filter(([, all]) => all.length > 0);
  return Object.fromEntries(filled.map(([role, all]) => [role, all.join(', ')]));
}

const check = (title: string, notation: string, verb: string, expected: Readonly<Record<string, string>>) =>
  it(title, () => expect(rolesOf(notation, verb)).toEqual(expected));

describe('the arguments of a verb', () => {
  check(
    'are subject, object and phrases under prepositions',
    'Iran/NNP/nsubj/2 sent/VBD/root/0 troops/NNS/obj/2 to/IN/case/5 Iraq/NNP/obl/2',
    'sent',
    { subject: 'Iran', object: 'troops', obliques: 'to Iraq' },
  );
  check(
    'are told apart where two objects stand',
    'Iran/NNP/nsubj/2 gave/VBD/root/0 Iraq/NNP/iobj/2 arms/NNS/obj/2',
    'gave',
    { subject: 'Iran', object: 'arms', indirect: 'Iraq' },
  );
  check(
    'are those of the predicate where a gerund hangs on it',
    'Iran/NNP/nsubj/3 was/VBD/cop/3 guilty/JJ/root/0 of/IN/mark/5 breaking/VBG/advcl/3 truces/NNS/obj/5',
    'breaking',
    { subject: 'Iran', object: 'truces' },
  );
  check(
    'take a phrase for the subject that it is',
    'Iraq/NNP/nsubj/2 wept/VBD/root/0 after/IN/case/4 Iran/NNP/obl/2 sent/VBD/advcl/2 arms/NNS/obj/5',
    'sent',
    { subject: 'Iran', object: 'arms' },
  );
  check(
    'turn round in the passive',
    'Iraq/NNP/nsubj:pass/3 was/VBD/aux:pass/3 bombed/VBN/root/0 by/IN/case/5 Iran/NNP/obl/3',
    'bombed',
    { subject: 'Iran', object: 'Iraq' },
  );
  check(
    'take all that is conjoined',
    'Iran/NNP/nsubj/4 and/CC/cc/3 Iraq/NNP/conj/1 left/VBD/root/0',
    'left',
    { subject: 'Iran, Iraq' },
  );
  check(
    'are what a quantity counts',
    'Iran/NNP/nsubj/2 fired/VBD/root/0 dozens/NNS/obj/2 of/IN/case/5 rockets/NNS/nmod/3',
    'fired',
    { subject: 'Iran', object: 'rockets' },
  );
  check(
    'name the clauses that hang on it',
    'Iran/NNP/nsubj/2 vowed/VBD/root/0 to/TO/mark/4 leave/VB/xcomp/2 and/CC/cc/6 disarm/VB/conj/4',
    'vowed',
    { subject: 'Iran', clauses: 'to leave, to disarm' },
  );
});

describe('what a verb leaves out', () => {
  check(
    'a conjoined verb shares the subject of the first',
    'Iran/NNP/nsubj/2 stopped/VBD/root/0 and/CC/cc/4 left/VBD/conj/2 Iraq/NNP/obj/4',
    'left',
    { subject: 'Iran', object: 'Iraq' },
  );
  check(
    'an infinitive has the subject of the verb above it',
    'Iran/NNP/nsubj/2 vowed/VBD/root/0 to/TO/mark/4 leave/VB/xcomp/2',
    'leave',
    { subject: 'Iran' },
  );
  check(
    'an infinitive has the object of the verb above it, where that has one',
    'Iran/NNP/nsubj/2 urged/VBD/root/0 Iraq/NNP/obj/2 to/TO/mark/5 leave/VB/xcomp/2',
    'leave',
    { subject: 'Iraq' },
  );
  check(
    'a relative pronoun gives what it stands for',
    'rebels/NNS/nsubj/5 who/WP/nsubj/3 bombed/VBD/acl:relcl/1 Iraq/NNP/obj/3 fled/VBD/root/0',
    'bombed',
    { subject: 'rebels', object: 'Iraq' },
  );
  check(
    'a noun is the object of a relative clause with a subject of its own',
    'the/DT/det/2 attack/NN/nsubj/6 that/WDT/obj/5 Iran/NNP/nsubj/5 denied/VBD/acl:relcl/2 failed/VBD/root/0',
    'denied',
    { subject: 'Iran', object: 'attack' },
  );
  check(
    'a participle is passive under the noun that it modifies',
    'an/DT/det/2 attack/NN/nsubj/6 blamed/VBN/acl/2 on/IN/case/5 Iran/NNP/obl/3 failed/VBD/root/0',
    'blamed',
    { object: 'attack', obliques: 'on Iran' },
  );
  check(
    'a gerund is active under the noun that it modifies',
    'rebels/NNS/nsubj/4 bombing/VBG/acl/1 Iraq/NNP/obj/2 fled/VBD/root/0',
    'bombing',
    { subject: 'rebels', object: 'Iraq' },
  );
});

describe('a noun phrase', () => {
  const doc = treeOf(
    'talks/NNS/root/0 because/IN/case/3 Iran/NNP/nmod/1 and/CC/cc/5 Iraq/NNP/conj/3 left/VBD/conj/3',
  );

  it('has the heads of those conjoined to it, verbs left out', () =>
    expect(phraseHeads(doc, 2)).toEqual([2, 4]));

  it('has a preposition or none', () => {
    expect(prepositionOf(doc, 2)).toBe('because');
    expect(prepositionOf(doc, 0)).toBe('');
  });
});
