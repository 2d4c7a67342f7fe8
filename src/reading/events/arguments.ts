import type { Parsed } from '../../document/document.js';
import { baseRelation, childrenBy } from '../../document/tree.js';

/** A noun phrase under a preposition. */
export interface Oblique {
  readonly preposition: string;
  readonly head: number;
}

/** A clause that depends on a verb: an infinitive ("to"), a finite clause ("that"), or a gerund ("ing"). */
export interface DependentClause {
  readonly kind: 'to' | 'that' | 'ing';
  readonly head: number;
}

/**
 * Who and what a verb joins, passive and active alike: `subject` acts, `object` is acted on.
 *
 * **Shape** heads of noun phrases, conjoined ones each by itself. What a verb shares with the verb above it (the
 * subject of conjoined verbs, participles, infinitives) is filled in.
 */
export interface Arguments {
  readonly subject: readonly number[];
  readonly object: readonly number[];
  readonly indirect: readonly number[];
  readonly obliques: readonly Oblique[];
  readonly clauses: readonly DependentClause[];
  readonly isPassive: boolean;
}

/** How far up a missing subject is looked for. */
const FARTHEST = 5;

export function argumentsOf(doc: Parsed, verb: number): Arguments {
  return collect(doc, verb, 0);
}

function collect(doc: Parsed, verb: number, depth: number): Arguments {
  const isPassive = looksPassive(doc, verb);
  // "Chile stood by Peru": where somebody does it already, whoever stands behind "by" does not.
  const hasSubject = childrenBy(doc, verb, 'nsubj').length > 0;
  const subject: number[] = [];
  const object: number[] = [];
  const indirect: number[] = [];
  const obliques: Oblique[] = [];
  const clauses: DependentClause[] = [];
  for (const child of doc.tree.children[verb] ?? []) {
    const relation = doc.tree.relations[child]!;
    // The parser now and then takes a phrase under a preposition for an object: the preposition knows better.
    const base = baseRelation(doc, child);
    const isMistaken = (base === 'obj' || base === 'iobj') && prepositionOf(doc, child) !== '';
    const isBare =
      relation === 'obl' && child > verb && prepositionOf(doc, child) === '' && !hasObject(doc, verb);
    switch (isMistaken ? 'obl' : isBare ? 'obj' : base) {
      case 'nsubj':
        (relation === 'nsubj:pass' || isPassive ? object : subject).push(...phraseHeads(doc, child));
        break;
      case 'obj':
        // "Granted Weiss a pardon": of two objects the first is whom it is given to, whatever the tree calls him.
        (isGivenTo(doc, verb, child) ? indirect : object).push(...phraseHeads(doc, child));
        break;
      case 'iobj':
        indirect.push(...phraseHeads(doc, child));
        break;
      case 'compound':
        // "Chile bombs Peru": a name before a finite verb is no part of it, whatever the tree says.
        if (!hasSubject && child < verb && doc.upos[child] === 'PROPN' && /^VB[DZP]$/.test(doc.xpos[verb]!))
          subject.push(...phraseHeads(doc, child));
        break;
      case 'obl':
      case 'nmod':
        addOblique(doc, child, isPassive || (relation === 'obl:agent' && !hasSubject), subject, obliques);
        break;
      case 'xcomp':
      case 'ccomp':
      case 'advcl':
        addClause(doc, child, clauses);
        break;
    }
  }
  if (object.length === 0 && !isPassive) object.push(...conjoinedObject(doc, verb), ...takenAway(doc, verb));
  if (isPassive && subject.length === 0) subject.push(...agentsWithin(doc, verb));
  for (const one of object) {
    const culprit = culpritOf(doc, one);
    if (culprit !== undefined) addOblique(doc, culprit, false, subject, obliques);
  }
  const own = { subject, object, indirect, obliques, clauses, isPassive };
  return depth < FARTHEST ? withShared(doc, verb, own, depth) : own;
}

/** "Were freed from captivity by the army": the doer of a passive, where the parser hung it on the phrase before. */
function agentsWithin(doc: Parsed, verb: number): number[] {
  return childrenBy(doc, verb, 'obl')
    .filter((phrase) => phrase > verb)
    .flatMap((phrase) => childrenBy(doc, phrase, 'nmod'))
    .filter((child) => prepositionOf(doc, child) === 'by')
    .flatMap((child) => phraseHeads(doc, child));
}

/** Whether an object stands right before another one of the same verb. */
function isGivenTo(doc: Parsed, verb: number, object: number): boolean {
  return childrenBy(doc, verb, 'obj').some(
    (other) => other > object && prepositionOf(doc, other) === '' && other - object < NEAR,
  );
}

/** **Units** tokens between the heads of two objects. */
const NEAR = 8;

/** "Attacked and occupied the town": verbs right beside each other share the object that follows the last. */
function conjoinedObject(doc: Parsed, verb: number): number[] {
  const next = (doc.tree.children[verb] ?? []).find(
    (child) => doc.tree.relations[child] === 'conj' && doc.upos[child] === 'VERB' && child - verb <= 3,
  );
  if (next === undefined) return [];
  const object = (doc.tree.children[next] ?? []).find((child) => doc.tree.relations[child] === 'obj');
  return object === undefined ? [] : phraseHeads(doc, object);
}

/** "Rejected proposed changes": a participle before the object that the parser took for a verb with that object. */
function takenAway(doc: Parsed, verb: number): number[] {
  const next = verb + 1;
  if (doc.xpos[next] !== 'VBN' || doc.tokens[next]?.sentence !== doc.tokens[verb]!.sentence) return [];
  const children = doc.tree.children[next] ?? [];
  const object = children.find((child) => doc.tree.relations[child] === 'obj');
  const isBare = children.every((child) => child > next);
  return object === undefined || !isBare ? [] : phraseHeads(doc, object);
}

/** A participle without its auxiliary is passive where it modifies a noun, or stands without subject and object. */
function looksPassive(doc: Parsed, verb: number): boolean {
  const children = doc.tree.children[verb] ?? [];
  const relations = children.map((child) => doc.tree.relations[child]!);
  if (relations.includes('aux:pass') || relations.includes('nsubj:pass')) return true;
  if (isClippedClause(doc, verb, relations)) return true;
  if (doc.xpos[verb] !== 'VBN') return isClippedHeadline(doc, verb, relations);
  if (relations.some((relation) => relation === 'aux' || relation === 'obj')) return false;
  const own = baseRelation(doc, verb);
  if (own === 'conj') return looksPassive(doc, doc.tree.heads[verb]!);
  return own === 'acl' || own === 'advcl' || own === 'amod' || isClippedHeadline(doc, verb, relations);
}

/** "When asked to condemn them", "if convicted": a clause that drops subject and auxiliary, whatever the tagger says. */
function isClippedClause(doc: Parsed, verb: number, relations: readonly string[]): boolean {
  if (
    !/^VB[DN]$/.test(doc.xpos[verb] ?? '') ||
    !/^(?:when|if|once|until|unless|while|as)$/i.test(doc.tokens[verb - 1]?.text ?? '')
  )
    return false;
  return !relations.some((relation) => /^(?:nsubj|obj|aux|csubj)/.test(relation));
}

/** "Three killed in clash", "Envoy expelled": headlines drop the auxiliary. */
function isClippedHeadline(doc: Parsed, verb: number, relations: readonly string[]): boolean {
  const sentence = doc.sentences[doc.tokens[verb]!.sentence];
  if (sentence?.kind !== 'headline' || !/^VB[DN]$/.test(doc.xpos[verb] ?? '')) return false;
  const bare = !relations.some((relation) => /^(obj|aux|ccomp|xcomp)/.test(relation));
  return bare && relations.some((relation) => relation.startsWith('nsubj'));
}

function addOblique(
  doc: Parsed,
  child: number,
  isPassive: boolean,
  subject: number[],
  obliques: Oblique[],
): void {
  const preposition = prepositionOf(doc, child);
  const heads = phraseHeads(doc, child);
  if (isPassive && preposition === 'by') subject.push(...heads);
  else for (const head of heads) obliques.push({ preposition, head });
}

function addClause(doc: Parsed, child: number, clauses: DependentClause[]): void {
  const kind = clauseKind(doc, child);
  if (kind === undefined) return;
  clauses.push({ kind, head: child });
  for (const other of doc.tree.children[child] ?? []) {
    if (doc.tree.relations[other] === 'conj') clauses.push({ kind, head: other });
  }
}

function clauseKind(doc: Parsed, head: number): DependentClause['kind'] | undefined {
  const children = doc.tree.children[head] ?? [];
  const words = children.map((child) => doc.tokens[child]!.text.toLowerCase());
  const relation = baseRelation(doc, head);
  if (relation === 'ccomp') return 'that';
  if (words.includes('to') && doc.xpos[head] !== 'VBG') return 'to';
  if (doc.xpos[head] === 'VBG') return 'ing';
  return relation === 'xcomp' ? 'to' : undefined;
}

/** The preposition over a noun phrase, its words joined: "against", "out of"; empty where there is none. */
export function prepositionOf(doc: Parsed, head: number): string {
  return (doc.tree.children[head] ?? [])
    .filter((child) => doc.tree.relations[child] === 'case' && child < head && !isApproximate(doc, child))
    .flatMap((child) => [child, ...childrenBy(doc, child, 'fixed')])
    .map((child) => doc.tokens[child]!.text.toLowerCase())
    .join(' ');
}

/** A phrase without a preposition that is no time and no measure is the object that the parser has missed. */
function hasObject(doc: Parsed, verb: number): boolean {
  return childrenBy(doc, verb, 'obj', 'nsubj:pass', 'ccomp').length > 0;
}

/** "at least nine", "up to nine": no preposition, but a part of the number. */
function isApproximate(doc: Parsed, word: number): boolean {
  const [own, next] = [word, word + 1].map((one) => doc.tokens[one]?.text.toLowerCase() ?? '');
  return (own === 'at' && /^(?:least|most)$/.test(next!)) || (own === 'up' && next === 'to');
}

/** "towards" serves for "toward", "upon" for "on". */
const VARIANTS: Readonly<Record<string, string>> = {
  upon: 'on',
  towards: 'to',
  toward: 'to',
  amongst: 'among',
};

/** Whether a preposition is the one wanted, or another form of it. */
export function isPreposition(found: string, wanted: string): boolean {
  return found === wanted || VARIANTS[found] === wanted;
}

/** A noun phrase's head with those conjoined to it; a relative pronoun gives what it stands for. */
export function phraseHeads(doc: Parsed, head: number): number[] {
  const antecedent = antecedentOf(doc, head);
  const first = countedIn(doc, antecedent ?? head);
  const conjoined = (doc.tree.children[first] ?? []).filter(
    (child) => doc.tree.relations[child] === 'conj' && isNominal(doc, child),
  );
  return antecedent === undefined ? [first, ...conjoined] : [first];
}

const QUANTITIES = new Set(
  'dozen score hundred thousand million billion number series group handful couple majority wave barrage volley round lot ton tonne kg kilo kilogram litre truckload planeload shipload shipment consignment batch worth day week month host pair piece kind type sort member'.split(
    ' ',
  ),
);

/** "dozens of missiles", "some of the missiles" are missiles: where a quantity is counted in something, that is meant. */
export function countedIn(doc: Parsed, head: number): number {
  const isCount = doc.upos[head] === 'DET' || doc.upos[head] === 'NUM';
  if (!isCount && !QUANTITIES.has(doc.lemmas[head]!.toLowerCase())) return head;
  const counted = (doc.tree.children[head] ?? []).find(
    (child) => baseRelation(doc, child) === 'nmod' && prepositionOf(doc, child) === 'of',
  );
  return counted ?? head;
}

function isNominal(doc: Parsed, token: number): boolean {
  return /^(NOUN|PROPN|PRON|NUM|SYM|X|ADJ|DET)$/.test(doc.upos[token] ?? '');
}

const RELATIVE = new Set(['who', 'which', 'that', 'whom']);

/** What a relative pronoun stands for: the noun that its clause hangs on. */
function antecedentOf(doc: Parsed, token: number): number | undefined {
  if (!RELATIVE.has(doc.tokens[token]!.text.toLowerCase()) || doc.upos[token] !== 'PRON') return undefined;
  for (let at = doc.tree.heads[token]!, steps = 0; at >= 0 && steps < FARTHEST; steps++) {
    if (doc.tree.relations[at] === 'acl:relcl') return doc.tree.heads[at]!;
    at = doc.tree.heads[at]!;
  }
  return undefined;
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

/**
 * "Blamed the attack on Somalia": the tree ties the last "on" to the deed, but the verb needs it. Undefined where it has
 * one of its own.
 */
export function culpritOf(doc: Parsed, deed: number): number | undefined {
  const verb = doc.tree.heads[deed]!;
  if (verb < 0 || !isBlaming(doc, verb) || !/^(?:obj|nsubj:pass)$/.test(doc.tree.relations[deed]!)) {
    return undefined;
  }
  const isOn = (one: number) => /^(?:on|upon)$/.test(prepositionOf(doc, one));
  if (childrenBy(doc, verb, 'obl', 'nmod').some(isOn)) return undefined;
  return childrenBy(doc, deed, 'nmod').filter(isOn).at(-1);
}

/** Verbs that put a deed on somebody. */
export function isBlaming(doc: Parsed, verb: number): boolean {
  return doc.lemmas[verb] === 'blame' || doc.lemmas[verb] === 'pin';
}

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
