import type { Document, Sentence } from '../../document/document.js';
import type { Range } from '../../document/span.js';
import { baseRelation, childBy, childrenBy, subtree } from '../../document/tree.js';
import type { Registry } from '../../registry/registry.js';
import { type Cast, mentionCovering } from '../cast.js';
import type { When } from '../contract.js';
import { whenAt } from '../when.js';
import { type FoundBallot, findBallots, sideAfter } from './ballots.js';
import { type Body, type BodyMention, findBodies, resolveShort, SECURITY_COUNCIL } from './bodies.js';
import { happened } from './happened.js';
import { isAnother, matterAt, symbolIn } from './matter.js';
import { readTally } from './tally.js';
import type { Outcome, ToldVote } from './told.js';
import { conjoined, doersOf } from './voters.js';

/** No sentence without one of these tells of a vote. */
const CUES =
  /\b(?:vot(?:e[sd]?|ing)|veto\w*|abst(?:ain|ention)\w*|unanim\w+|adopt\w*|approv\w*|pass(?:e[sd])?|endors\w*|reject\w*|defeat\w*|block\w*|fail\w*|ratif\w+|in favou?r|against)\b/iu;
const VOTE_WORDS =
  /\b(?:vot(?:e[sd]?|ing)|veto\w*|abst(?:ain|ention)\w*|unanim\w+|resolution|parliament\w*|congress|senate)\b/iu;

/** A veto that is counted, threatened or owned is none that is cast here and now. */
const SUMMARY =
  /\b(?:repeatedly|often|always|usually|regularly|consistently|habitually|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|several|many|multiple)\s+(?:\w+\s+)?(?:times|vetoes|resolutions|drafts|draft\s+resolutions))\b/iu;

const ADOPT = new Set(['adopt', 'approve', 'pass', 'endorse', 'ratify']);
const REJECT = new Set(['reject', 'defeat', 'block']);
const DRAFTS = new Set(
  'resolution draft text measure bill law legislation motion amendment budget plan proposal deal treaty agreement act reform pact accord mandate mission sanction embargo declaration constitution package extension deployment decision'.split(
    ' ',
  ),
);
const UN_DRAFTS = new Set(['resolution', 'draft', 'text', 'measure', 'proposal', 'amendment', 'motion']);

/** An outcome that a word tells, before its clause is read. */
interface Telling {
  readonly cue: number;
  readonly outcome: Outcome;
  readonly body: Body | null;
  /** The noun or verb that names what was voted on. */
  readonly matter: number | null;
  readonly another: boolean;
}

/** What a document's sentences tell of votes held, clause by clause, in text order. */
export function tellVotes(doc: Document, cast: Cast, registry: Registry): ToldVote[] {
  if (!VOTE_WORDS.test(doc.report.text)) return [];
  const sentences = doc.sentences.filter(({ kind }) => kind !== 'byline' && kind !== 'dateline');
  const mentions = sentences.map((sentence) => findBodies(doc, sentence));
  const named = mentions.flat().filter((mention) => !mention.short);
  const inCouncil = named.some(({ body }) => body.kind === 'council');
  const ofStates = named.some(({ body }) => body.kind !== 'other');
  return sentences.flatMap((sentence, index) => {
    const text = doc.report.text.slice(sentence.start, sentence.end);
    if (!CUES.test(text)) return [];
    const bodies = mentions[index]!.map((mention): BodyMention => {
      const body = mention.short ? resolveShort(mention, named) : undefined;
      return body === undefined ? mention : { ...mention, body, short: false };
    });
    const council = inCouncil || /\b(?:UN|U\.N\.|United Nations)\b/u.test(text);
    return tellInSentence({ doc, cast, registry, sentence, bodies, council, ofStates: ofStates || council });
  });
}

interface Scene {
  readonly doc: Document;
  readonly cast: Cast;
  readonly registry: Registry;
  readonly sentence: Sentence;
  readonly bodies: readonly BodyMention[];
  /** The Security Council is what the report or the sentence is about. */
  readonly council: boolean;
  /** Some body whose members are states is. */
  readonly ofStates: boolean;
}

function tellInSentence(scene: Scene): ToldVote[] {
  const { doc, sentence } = scene;
  const ballots = findBallots(doc, scene.cast, scene.registry, sentence);
  const tellings = findTellings(scene, ballots);
  const groups = group(doc, tellings);
  const edges = groups.map((one, index) =>
    index === 0 ? sentence.from : boundary(doc, groups[index - 1]!, one),
  );
  const told = groups.map((one, index) =>
    tell(scene, one, edges[index]!, edges[index + 1] ?? sentence.to, ballots),
  );
  if (groups.length > 0) return told;
  const bare = tell(scene, null, sentence.from, sentence.to, ballots);
  return hasSubstance(bare) ? [bare] : [];
}

function findTellings(scene: Scene, ballots: readonly FoundBallot[]): Telling[] {
  const { doc, sentence } = scene;
  const found: Telling[] = [];
  for (let token = sentence.from; token < sentence.to; token++) {
    const telling =
      vetoAt(scene, token, ballots) ??
      votingAt(scene, token) ??
      decisionAt(scene, token) ??
      unanimousAt(scene, token);
    if (telling !== undefined && !isSummary(doc, sentence, token)) found.push(telling);
  }
  return found;
}

/** "Russia vetoed a UN resolution", "the draft was vetoed", "after a Russian veto of the text". */
function vetoAt(scene: Scene, token: number, ballots: readonly FoundBallot[]): Telling | undefined {
  const { doc } = scene;
  if (!scene.council) return undefined;
  const cast = ballots.some((ballot) => ballot.veto && ballot.cue === token);
  const isVerb = doc.upos[token] === 'VERB';
  const passive = isVerb && doc.lemmas[token] === 'veto' && childBy(doc, token, 'nsubj:pass') !== undefined;
  if (!cast && !(passive && happened(doc, token) === 'yes')) return undefined;
  const object = isVerb ? draftOf(doc, token) : childBy(doc, token, 'nmod');
  if (object !== undefined && /^(?:bill|legislation|law)$/.test(doc.lemmas[object]!)) return undefined;
  return telling(scene, token, 'vetoed', SECURITY_COUNCIL, object);
}

/** "The Council voted 14-0 to …", "the senate votes on …". */
function votingAt(scene: Scene, token: number): Telling | undefined {
  const { doc, sentence } = scene;
  if (doc.lemmas[token] !== 'vote' || doc.upos[token] !== 'VERB' || happened(doc, token) !== 'yes')
    return undefined;
  const body = bodyDoing(scene, token);
  if (body === undefined) return undefined;
  const aim = childBy(doc, token, 'xcomp', 'advcl', 'ccomp');
  const side = sideAfter(doc, sentence, token);
  const object = childrenBy(doc, token, 'obl', 'obj').find((child) => child > token && !isDate(doc, child));
  if (side !== undefined)
    return telling(scene, token, side === 'for' ? 'adopted' : 'failed', body, object ?? aim);
  if (aim !== undefined && doc.xpos[aim] === 'VB') {
    return telling(scene, token, REJECT.has(doc.lemmas[aim]!) ? 'failed' : 'adopted', body, aim);
  }
  return telling(scene, token, 'unknown', body, object);
}

/** "The Council adopted a resolution", "the draft failed to win nine votes", "the bill passed 51 to 49". */
function decisionAt(scene: Scene, token: number): Telling | undefined {
  const { doc } = scene;
  const lemma = doc.lemmas[token]!;
  if (doc.upos[token] !== 'VERB') return undefined;
  const outcome: Outcome | undefined = ADOPT.has(lemma)
    ? 'adopted'
    : REJECT.has(lemma) || lemma === 'fail'
      ? 'failed'
      : undefined;
  if (outcome === undefined) return undefined;
  const real = happened(doc, token);
  if (real === 'open' || (real === 'no' && outcome !== 'adopted')) return undefined;
  const result: Outcome = real === 'no' ? 'failed' : outcome;
  const draft = draftOf(doc, token);
  const body = bodyDoing(scene, token) ?? bodyBeforeParticiple(scene, token);
  if (body !== undefined && lemma !== 'fail') {
    const drafts = body.kind === 'other' ? DRAFTS : UN_DRAFTS;
    if (draft === undefined || !drafts.has(doc.lemmas[draft]!)) return undefined;
    return telling(scene, token, result, body, draft);
  }
  // Without a body that acts, the thing voted on must be the subject, and the words about votes.
  const subject = childBy(doc, token, 'nsubj', 'nsubj:pass') ?? draftBefore(scene, token);
  if (subject === undefined) return undefined;
  const about =
    UN_DRAFTS.has(doc.lemmas[subject]!) || ['bill', 'vote', 'article'].includes(doc.lemmas[subject]!);
  if (!about || (lemma === 'fail' && !scene.council && scene.bodies.length === 0)) return undefined;
  if (lemma === 'block' || lemma === 'defeat') return undefined;
  return telling(scene, token, result, scene.bodies[0]?.body ?? null, subject);
}

/** "The Council unanimously stepped up sanctions": whatever a body does of one mind, it has voted for. */
function unanimousAt(scene: Scene, token: number): Telling | undefined {
  const { doc } = scene;
  if (doc.lemmas[token] !== 'unanimously') return undefined;
  const verb = doc.tree.heads[token]!;
  if (verb < 0 || doc.upos[verb] !== 'VERB' || happened(doc, verb) !== 'yes') return undefined;
  const body = bodyDoing(scene, verb);
  if (body === undefined || /^(?:agree|support|say|condemn|oppose)$/.test(doc.lemmas[verb]!))
    return undefined;
  const object = childBy(doc, verb, 'obj');
  return telling(scene, token, REJECT.has(doc.lemmas[verb]!) ? 'failed' : 'adopted', body, object);
}

function telling(
  scene: Scene,
  cue: number,
  outcome: Outcome,
  body: Body | null,
  matter: number | undefined,
): Telling {
  const another = matter !== undefined && isAnother(scene.doc, scene.sentence, matter);
  return { cue, outcome, body, matter: matter ?? null, another };
}

/** "A draft put forward by Chad failed": the nearest draft before a verb that the tree gives no subject. */
function draftBefore({ doc, sentence }: Scene, verb: number): number | undefined {
  for (let token = verb - 1; token >= Math.max(sentence.from, verb - 8); token--) {
    if (UN_DRAFTS.has(doc.lemmas[token]!) && doc.upos[token] === 'NOUN') return token;
  }
  return undefined;
}

/** The draft that a verb is done to: its object, or its subject in the passive. */
function draftOf(doc: Document, verb: number): number | undefined {
  const objects = childrenBy(doc, verb, 'obj', 'nsubj:pass')
    .flatMap((child) => conjoined(doc, child))
    .filter((object) => !/^(?:veto|power|vote|ballot)$/.test(doc.lemmas[object]!));
  const draft = objects.find((object) => DRAFTS.has(doc.lemmas[object]!));
  if (draft !== undefined) return draft;
  // "The bill that the senate passed": the thing stands before its clause.
  const head = doc.tree.heads[verb]!;
  if (doc.tree.relations[verb] === 'acl:relcl' && DRAFTS.has(doc.lemmas[head]!)) return head;
  return objects[0];
}

/** The body that does what a verb says, itself or as "members of the Council". */
function bodyDoing(scene: Scene, verb: number): Body | undefined {
  const { doc, bodies } = scene;
  if (bodies.length === 0) return undefined;
  for (const doer of doersOf(doc, verb)) {
    const inside = new Set(subtree(doc, doer, (child) => baseRelation(doc, child) === 'acl'));
    const found = bodies.find((mention) => inside.has(mention.to - 1) || inside.has(mention.from));
    if (found !== undefined) return found.body;
  }
  return undefined;
}

/** "The Council …, adopting a resolution": the tree hangs such a participle anywhere, its doer is the sentence's. */
function bodyBeforeParticiple({ doc, sentence, bodies }: Scene, verb: number): Body | undefined {
  if (doc.xpos[verb] !== 'VBG' || doc.tokens[verb - 1]?.text !== ',') return undefined;
  return bodies.find((mention) => {
    const relation = doc.tree.relations[mention.to - 1] ?? '';
    return mention.to <= verb && mention.from >= sentence.from && relation.startsWith('nsubj');
  })?.body;
}

/** "This is the eighth time that Russia has vetoed", "vetoed six resolutions". */
function isSummary(doc: Document, sentence: Sentence, cue: number): boolean {
  for (let token = cue; token >= 0; token = doc.tree.heads[token]!) {
    if (doc.lemmas[token] === 'time' && token !== cue) return true;
  }
  const end = Math.min(sentence.to, cue + 9);
  const start = Math.max(sentence.from, cue - 3);
  return SUMMARY.test(doc.report.text.slice(doc.tokens[start]!.start, doc.tokens[end - 1]!.end));
}

/** Tellings of one outcome in one sentence are of one vote, unless the text sets them apart. */
function group(doc: Document, tellings: readonly Telling[]): Telling[] {
  const groups: Telling[] = [];
  for (const one of tellings) {
    const last = groups.findIndex(
      (other) => other.another === one.another && agree(other.outcome, one.outcome),
    );
    if (last < 0) groups.push(one);
    else groups[last] = better(doc, groups[last]!, one);
  }
  return groups;
}

function agree(a: Outcome, b: Outcome): boolean {
  return a === b || a === 'unknown' || b === 'unknown';
}

function better(_doc: Document, a: Telling, b: Telling): Telling {
  const known = a.outcome === 'unknown' ? b : a;
  return { ...known, body: a.body ?? b.body, matter: a.matter ?? b.matter };
}

/** Where the clause of one telling ends and the next one's begins: at the last mark or linking word between. */
function boundary(doc: Document, before: Telling, after: Telling): number {
  for (let token = after.cue; token > before.cue; token--) {
    if (/^(?:[,;:–—]|and|but|while|after|before|when)$/i.test(doc.tokens[token]!.text)) return token;
  }
  return after.cue;
}

function tell(
  scene: Scene,
  outcome: Telling | null,
  from: number,
  to: number,
  ballots: readonly FoundBallot[],
): ToldVote {
  const { doc, sentence } = scene;
  const range: Range = { start: doc.tokens[from]!.start, end: doc.tokens[Math.max(from, to - 1)]!.end };
  const text = doc.report.text.slice(range.start, range.end);
  const own = ballots.filter(({ cue }) => cue >= from && cue < to);
  const cue = outcome?.cue ?? own[0]?.cue ?? from;
  const tally = readTally(text, range.start);
  const matter = outcome?.matter ?? null;
  const body = outcome?.body ?? scene.bodies[0]?.body ?? null;
  const draft = outcome === null ? null : symbolIn(text);
  const when = whenAt(doc, cue);
  return {
    sentence: sentence.index,
    cue,
    body,
    outcome: outcome?.outcome ?? 'unknown',
    tally,
    ballots: scene.ofStates ? own : [],
    draft,
    matter: matter === null ? null : matterAt(doc, matter),
    topics: topicsIn(scene, from, to, own),
    when: when.text !== null && draft?.includes(when.text) ? NO_TIME : when,
    another: outcome?.another ?? false,
  };
}

/** What was taken for a year is the number of a resolution. */
const NO_TIME: When = { start: null, end: null, precision: 'unknown', text: null, basis: 'none' };

/** A sentence without an outcome tells of a vote only by numbers or by names. */
function hasSubstance({ tally, ballots }: ToldVote): boolean {
  if (ballots.some(({ vote }) => vote !== 'for')) return true;
  return tally.for !== null || (tally.against !== null && !tally.unanimous) || tally.abstain !== null
    ? tally.ranges.length > 0 && !(tally.for === null && tally.unanimous)
    : ballots.length > 0;
}

/** Countries that a clause names, less those that it says voted. */
function topicsIn(scene: Scene, from: number, to: number, ballots: readonly FoundBallot[]): string[] {
  const { doc, cast, registry } = scene;
  const voters = new Set(ballots.map(({ country }) => country));
  const topics = new Set<string>();
  for (let token = from; token < to; token++) {
    const mention = cast.at(token) ?? mentionCovering(cast, token);
    for (const { country } of mention?.actors ?? []) if (country !== null) topics.add(country);
  }
  for (const place of cast.places) {
    if (place.head >= from && place.head < to && place.place.country !== null)
      topics.add(place.place.country);
  }
  // "the Syrian government" is about Syria even where nobody is found to act.
  for (let token = from; token < to; token++) {
    for (const listing of registry.gazetteer.find(doc.tokens[token]!.text)) {
      if (listing.country !== null && /^(?:country|demonym|capital)$/.test(listing.kind))
        topics.add(listing.country);
    }
  }
  return [...topics].filter((country) => registry.countries.has(country) && !voters.has(country));
}

function isDate(doc: Document, token: number): boolean {
  return doc.times.some((time) => time.from <= token && token < time.to);
}
