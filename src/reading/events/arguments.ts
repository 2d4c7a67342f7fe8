import type { Parsed } from '../../document/document.js';
import { baseRelation, childrenBy } from '../../document/tree.js';
import { isNominal, phraseHeads, prepositionOf } from './noun-phrases.js';
import { type Arguments, ownArguments } from './own-arguments.js';

/** How far up a missing subject is looked for. */
const FARTHEST = 5;

/**
 * Who and what a verb joins, with what it shares with the verb above it: the subject of conjoined verbs, participles,
 * infinitives.
 */
export function argumentsOf(doc: Parsed, verb: number): Arguments {
  return collect(doc, verb, 0);
}

function collect(doc: Parsed, verb: number, depth: number): Arguments {
  const own = ownArguments(doc, verb);
  return depth < FARTHEST ? withShared(doc, verb, own, depth) : own;
}

/** Fills in what the verb shares with the word above it. */
function withShared(doc: Parsed, verb: number, own: Arguments, depth: number): Arguments {
  const above = doc.tree.heads[verb]!;
  if (above < 0) return own;
  const isVerbAbove = doc.upos[above] === 'VERB';
  switch (baseRelation(doc, verb)) {
    case 'acl':
      return withModified(doc, verb, own, above);
    case 'conj':
      if (!isVerbAbove || own.subject.length > 0 || (own.isPassive && own.object.length > 0)) return own;
      return shareConjoined(own, collect(doc, above, depth + 1));
    case 'xcomp': {
      if (!isVerbAbove) return own;
      const governor = collect(doc, above, depth + 1);
      const controller = governor.object.length > 0 ? governor.object : governor.indirect;
      return lend(own, controller.length > 0 && !governor.isPassive ? controller : subjectOf(governor));
    }
    case 'advcl':
    case 'ccomp': {
      const finite = (doc.tree.children[verb] ?? []).some((child) => doc.tree.relations[child] === 'nsubj');
      const isClause = baseRelation(doc, verb) === 'ccomp';
      // A finite verb that the parser hung, as a clause, on the name that is its subject.
      if (!isVerbAbove && !isClause && !finite && /^VB[DZP]$/.test(doc.xpos[verb] ?? '')) {
        return lend(own, phraseHeads(doc, above));
      }
      if (finite || isClause) return own;
      const before = subjectAsPhrase(doc, verb, above);
      if (before !== undefined) return lend(own, phraseHeads(doc, before));
      if (!isVerbAbove) return lend(own, subjectOfPredicate(doc, above));
      const governor = collect(doc, above, depth + 1);
      return lend(own, isAnswering(doc, verb, above) ? governor.object : subjectOf(governor));
    }
    case 'amod':
    case 'compound':
      return withTaken(doc, verb, own, above);
    case 'appos':
    case 'dep':
    case 'nmod':
    case 'parataxis':
      // "The leader, who fled, met …": a finite verb that the parser hung on its own subject.
      return isVerbAbove || doc.upos[above] === 'PRON' ? own : lend(own, phraseHeads(doc, above));
    default:
      return own;
  }
}

/**
 * "… after police arrested two men": the subject of a finite clause, where the parser took it with its conjunction for
 * a phrase of the verb above.
 */
function subjectAsPhrase(doc: Parsed, verb: number, above: number): number | undefined {
  const isTensed =
    /^VB[DZP]$/.test(doc.xpos[verb] ?? '') || childrenBy(doc, verb, 'aux', 'aux:pass').length > 0;
  if (!isTensed || childrenBy(doc, verb, 'mark').length > 0) return undefined;
  return childrenBy(doc, above, 'obl').find((phrase) => {
    if (phrase >= verb || !CONJOINING.has(prepositionOf(doc, phrase))) return false;
    for (let at = phrase + 1; at < verb; at++)
      if (!/^(?:AUX|ADV|PART)$/.test(doc.upos[at]!) && doc.tree.heads[at] !== phrase) return false;
    return true;
  });
}

/** Prepositions that are conjunctions too. */
const CONJOINING = new Set(['after', 'as', 'before', 'since', 'until']);

/** "Chile was guilty of violating the truce", "was the largest donor, giving …": whoever is said to be so does it. */
function subjectOfPredicate(doc: Parsed, predicate: number): readonly number[] {
  if (childrenBy(doc, predicate, 'cop').length === 0) return [];
  return childrenBy(doc, predicate, 'nsubj').flatMap((one) => phraseHeads(doc, one));
}

/** "Jailed the man for shooting at them", "accused the man of lying": whoever answers for a deed has done it. */
function isAnswering(doc: Parsed, verb: number, above: number): boolean {
  const mark = (doc.tree.children[verb] ?? []).find((child) => doc.tree.relations[child] === 'mark');
  if (mark === undefined || !/^(?:for|of|from)$/i.test(doc.tokens[mark]!.text)) return false;
  return ANSWERED.has(doc.lemmas[above]!.toLowerCase());
}

/** What is done to somebody for what he has done. */
const ANSWERED = new Set(
  `accuse acquit applaud arrest attack banish bar bash berate blame censure charge clear commend condemn convict criticise
  criticize denounce detain execute expel fault fine fire hail honour honor imprison indict jail gaol lambaste laud
  penalise penalize praise prosecute punish rebuke reprimand reproach sack sanction scold sentence slam sue suspect
  suspend thank try`.split(/\s+/),
);

/** The grammatical subject: of a passive, what it is done to. */
function subjectOf(governor: Arguments): readonly number[] {
  return governor.isPassive ? governor.object : governor.subject;
}

/**
 * "Chile cut ties", "it had cut ties": where the parser took a finite verb for an adjective, the noun is its object,
 * and its subject is what stands before it, or whoever "has" the noun.
 */
function withTaken(doc: Parsed, verb: number, own: Arguments, noun: number): Arguments {
  const before = verb - 1;
  const isName = doc.upos[before] === 'PROPN' && doc.tokens[before]?.sentence === doc.tokens[verb]!.sentence;
  const having = auxiliaryBefore(doc, verb);
  const found = having !== undefined ? collect(doc, having, FARTHEST).subject : isName ? [before] : [];
  const subject = own.subject.length > 0 ? own.subject : found;
  const object = own.object.length > 0 ? own.object : phraseHeads(doc, noun);
  return { ...own, subject, object, isPassive: having === undefined && own.isPassive };
}

/** "Had halted aid": the "have" right before a participle that the parser hung on the noun that both share. */
export function auxiliaryBefore(doc: Parsed, participle: number): number | undefined {
  if (doc.xpos[participle] !== 'VBN' || doc.tree.relations[participle] !== 'amod') return undefined;
  const at = doc.upos[participle - 1] === 'ADV' ? participle - 2 : participle - 1;
  const isHave = doc.lemmas[at] === 'have' && doc.upos[at] === 'VERB';
  return isHave && doc.tree.heads[doc.tree.heads[participle]!] === at ? at : undefined;
}

/** A participle or relative clause modifies the noun that is its subject, or, in the passive, its object. */
function withModified(doc: Parsed, verb: number, own: Arguments, noun: number): Arguments {
  if (doc.upos[noun] === 'VERB') return own;
  if (doc.tree.relations[verb] === 'acl:relcl') {
    const hasSubject = own.subject.length > 0;
    const open = own.object.length === 0 && own.indirect.length === 0;
    // "the attack that the West blames": the noun is the object where the clause brings its own subject.
    return hasSubject && open && !own.isPassive ? { ...own, object: [noun] } : own;
  }
  if (own.isPassive) return own.object.length > 0 ? own : { ...own, object: [noun] };
  const isGerund = doc.xpos[verb] === 'VBG' && own.subject.length === 0;
  const predicated = isGerund ? subjectOfPredicate(doc, noun) : [];
  if (predicated.length > 0 && doc.upos[verb - 1] === 'PUNCT') return { ...own, subject: predicated };
  // A participle, or a finite verb that the parser took for one: the noun does it.
  const writer = (doc.xpos[verb] === 'VBG' ? writerOf(doc, noun) : undefined) ?? rankedOf(doc, verb, noun);
  if (own.subject.length === 0 && writer !== undefined) return { ...own, subject: writer };
  const isFiniteVerb = /^VB[DZP]$/.test(doc.xpos[verb] ?? '') && doc.tree.relations[verb] !== 'acl:relcl';
  if (own.subject.length > 0 || (doc.xpos[verb] !== 'VBG' && !isFiniteVerb)) return own;
  const doers = beyondPlace(doc, noun) ?? [isFiniteVerb ? headOfFragment(doc, noun) : noun];
  return { ...own, subject: doers };
}

/** "The premier of the province called …": a finite verb that hangs on a noun has the whole phrase for its subject. */
function headOfFragment(doc: Parsed, noun: number): number {
  let at = noun;
  for (let steps = 0; steps < FARTHEST && baseRelation(doc, at) === 'nmod'; steps++) at = doc.tree.heads[at]!;
  return doc.tree.heads[at]! < 0 && isNominal(doc, at) ? at : noun;
}

/** "A boat sinks off Chile, killing ten", "protests in Lima calling for …": a place does nothing, what is there does. */
function beyondPlace(doc: Parsed, noun: number): readonly number[] | undefined {
  let at = noun;
  let isPlace = false;
  for (let steps = 0; steps < FARTHEST; steps++) {
    const relation = baseRelation(doc, at);
    const above = doc.tree.heads[at]!;
    if (above < 0 || (relation !== 'obl' && relation !== 'nmod')) break;
    const preposition = prepositionOf(doc, at);
    if (!/^(?:in|at|near|off|of|outside|inside|on)$/.test(preposition)) break;
    isPlace ||=
      preposition !== 'of' && (doc.upos[at] === 'PROPN' || AREAS.has(doc.lemmas[at]!.toLowerCase()));
    if (doc.upos[above] === 'VERB') {
      const { subject, object, isPassive } = collect(doc, above, FARTHEST - 1);
      const found = isPassive ? object : subject;
      return isPlace && found.length > 0 ? found : undefined;
    }
    if (isPlace && preposition !== 'of') return [above];
    at = above;
  }
  return undefined;
}

/** What names of places are of: "the coast of Chile". */
const AREAS = new Set(
  'area border capital city coast district island province region state town village'.split(' '),
);

/** Texts by which somebody speaks. */
const WRITINGS: ReadonlySet<string> = new Set(
  'statement message letter tweet note post video speech address memo email e-mail communique communiqué declaration'.split(
    ' ',
  ),
);

/** Texts that are only a draft until somebody passes them. */
const ACTS = new Set('resolution motion decree order report petition law bill'.split(' '));
const PASSING = new Set('issue release publish sign adopt pass approve endorse'.split(' '));

/**
 * "Issued a statement condemning Chile", "passed a resolution urging Chile …": whoever writes or passes a text says
 * what it says. Undefined where nobody does, or it is a draft.
 */
export function writerOf(doc: Parsed, noun: number): readonly number[] | undefined {
  const text = textOf(doc, noun);
  const above = doc.tree.heads[text] ?? -1;
  if (above < 0 || doc.upos[above] !== 'VERB') return undefined;
  const lemma = doc.lemmas[text]!.toLowerCase();
  const isPassed = ACTS.has(lemma) && PASSING.has(doc.lemmas[above]!.toLowerCase());
  if (!WRITINGS.has(lemma) && !isPassed) return undefined;
  const { subject } = collect(doc, above, FARTHEST - 1);
  return subject.length > 0 ? subject : undefined;
}

/** "Posted a message on the site blaming Chile": the text, where the clause hangs on what it stands in. */
function textOf(doc: Parsed, noun: number): number {
  const above = doc.tree.heads[noun]!;
  if (baseRelation(doc, noun) === 'nmod') return above;
  if (baseRelation(doc, noun) !== 'obl' || above < 0) return noun;
  const object = childrenBy(doc, above, 'obj').find((one) => one < noun);
  return object !== undefined && WRITINGS.has(doc.lemmas[object]!.toLowerCase()) ? object : noun;
}

/** "Mali became the third state to recognise Kosovo": what one is said to be, one is oneself. */
function rankedOf(doc: Parsed, verb: number, noun: number): readonly number[] | undefined {
  const hasTo = (doc.tree.children[verb] ?? []).some((child) => doc.xpos[child] === 'TO' && child < verb);
  if (!hasTo || doc.xpos[verb] !== 'VB') return undefined;
  const isCopied = (doc.tree.children[noun] ?? []).some((child) => doc.tree.relations[child] === 'cop');
  const above = doc.tree.heads[noun] ?? -1;
  const isBecome = above >= 0 && doc.lemmas[above] === 'become' && baseRelation(doc, noun) === 'xcomp';
  const clause = isCopied ? noun : isBecome ? above : -1;
  if (clause < 0) return undefined;
  const subject = (doc.tree.children[clause] ?? []).filter((child) => doc.tree.relations[child] === 'nsubj');
  return subject.length > 0 ? subject.flatMap((one) => phraseHeads(doc, one)) : undefined;
}

function shareConjoined(own: Arguments, first: Arguments): Arguments {
  if (own.isPassive) {
    const object = own.object.length > 0 ? own.object : first.isPassive ? first.object : first.subject;
    const subject = own.subject.length > 0 ? own.subject : first.isPassive ? first.subject : [];
    return { ...own, object, subject };
  }
  return { ...own, subject: subjectOf(first) };
}

function lend(own: Arguments, phrase: readonly number[]): Arguments {
  if (own.isPassive) return own.object.length > 0 ? own : { ...own, object: phrase };
  return own.subject.length > 0 ? own : { ...own, subject: phrase };
}
