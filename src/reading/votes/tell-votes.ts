import type { Document, Sentence } from '../../document/document.js';
import type { Range } from '../../document/span.js';
import type { Registry } from '../../registry/registry.js';
import { type Cast, mentionCovering } from '../cast.js';
import type { When } from '../contract.js';
import { whenAt } from '../when.js';
import { type FoundBallot, findBallots } from './ballots.js';
import { type Body, type BodyMention, findBodies, resolveShort, SECURITY_COUNCIL } from './bodies.js';
import { withCouncilTally } from './council-tally.js';
import { UN_DRAFTS } from './drafts.js';
import { councilIn } from './is-of-council.js';
import { isAnother, matterAt, symbolIn } from './matter.js';
import type { Scene } from './scene.js';
import { countriesNamed } from './setting.js';
import { readTally } from './tally.js';
import { type Telling, tellingAt } from './tellings.js';
import type { Outcome, ToldVote } from './told.js';

/** No sentence without one of these tells of a vote. */
const CUES =
  /\b(?:vot(?:e[sd]?|ing)|veto\w*|abst(?:ain|ention)\w*|unanim\w+|adopt\w*|approv\w*|pass(?:e[sd])?|endors\w*|reject\w*|oppos\w+|defeat\w*|block\w*|fail\w*|ratif\w+|in favou?r|against|backed|supported|sa(?:id|ys|ying)\s+(?:no|yes)|sat\s+(?:it\s+)?(?:out|on)|dissent\w*|unopposed|negative|hands?\s+(?:go|goes|went)|rais(?:e[sd]?|ing)\s+(?:\p{L}+\s+)?hands?)\b/iu;
/** More words that tell of a vote where the Council is what a report is about. */
const COUNCIL_CUES =
  /\b(?:ayes?|noes|nays?|hands?|lent|supporters|opponents|one\s+voice|one\s+mind|every\s+\p{L}+|all\s+(?:\d+|\p{L}+)\s+members|let\s+alone\s+oppos\w+|so\s+much\s+as\s+an\s+abstention|camp)\b/iu;
const VOTE_WORDS =
  /\b(?:vot(?:e[sd]?|ing)|veto\w*|abst(?:ain|ention)\w*|unanim\w+|resolution|parliament\w*|congress|senate|assembly|council|chamber|knesset|duma|bundestag|bundesrat|sejm|riksdag|rada|majlis|sabha|storting|folketing|cortes|cabinet|house\s+of|lawmakers|deputies|MPs|legislat\w+)\b/iu;

/** A veto that is counted, threatened or owned is none that is cast here and now. */
const SUMMARY =
  /\b(?:(?:[Ii]t|[Tt]his|[Tt]hat)\s+(?:is|was|marks|marked)\s+(?:the|its|their)\s+(?:\p{Ll}+th|first|second|third|\d+(?:st|nd|rd|th))|[Oo]nly\s+once|once\s+before|never\s+before|[Rr]epeatedly|often|always|usually|regularly|consistently|habitually|(?<![:\d])(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|several|many|multiple)\s+(?:\p{Ll}+\s+)?(?:times|vetoes|resolutions|drafts|draft\s+resolutions))\b/u;

/** What a document's sentences tell of votes held, clause by clause, in text order. */
export function tellVotes(doc: Document, cast: Cast, registry: Registry): ToldVote[] {
  if (!VOTE_WORDS.test(doc.report.text) && councilIn(doc) === 'no') return [];
  const sentences = doc.sentences.filter(({ kind }) => kind !== 'byline' && kind !== 'dateline');
  const mentions = sentences.map((sentence) => findBodies(doc, sentence));
  const named = mentions.flat().filter((mention) => !mention.short);
  const council = councilIn(doc);
  const inCouncil =
    named.some(({ body }) => body.kind === 'council') ||
    council === 'yes' ||
    (council === 'maybe' && named.every(({ body }) => body.kind !== 'other'));
  const ofStates = named.some(({ body }) => body.kind !== 'other');
  return sentences.flatMap((sentence, index) => {
    const text = doc.report.text.slice(sentence.start, sentence.end);
    if (!CUES.test(text) && !(inCouncil && COUNCIL_CUES.test(text))) return [];
    const bodies = mentions[index]!.map((mention): BodyMention => {
      const short = mention.short ? resolveShort(mention, named) : undefined;
      const body =
        short ??
        (inCouncil && /^(?:Council|Chamber)$/.test(mention.body.name) ? SECURITY_COUNCIL : undefined);
      return body === undefined ? mention : { ...mention, body, short: false };
    });
    const scene = {
      doc,
      cast,
      registry,
      sentence,
      bodies,
      council: inCouncil,
      ofStates: ofStates || inCouncil,
    };
    return tellInSentence(scene).map((one) =>
      one.body === null ? { ...one, body: nearby(mentions, named, index, one, inCouncil) } : one,
    );
  });
}

/** **Units** sentences. */
const NEARBY = 2;
const COUNCIL_DRAFT = /^(?:S\/|[Rr]esolution\s+(?:[Nn]o\.?\s*|number\s+)?\d{1,4}(?!\/)\b)/u;
/** More have never voted in the Security Council. */
const COUNCIL_SIZE = 15;

/**
 * The body that a sentence without one goes on about: one named just before it, else just after; among bodies of
 * states, any that the report names.
 */
function nearby(
  mentions: readonly (readonly BodyMention[])[],
  named: readonly BodyMention[],
  index: number,
  { tally, outcome, draft }: ToldVote,
  inCouncil: boolean,
): Body | null {
  const votes = (tally.for ?? 0) + (tally.against ?? 0) + (tally.abstain ?? 0);
  const ofCouncil = inCouncil && votes <= COUNCIL_SIZE;
  // More votes than the Council has members are told of it where its own numbers are.
  if (inCouncil && votes <= 2 * COUNCIL_SIZE && draft !== null && COUNCIL_DRAFT.test(draft))
    return SECURITY_COUNCIL;
  const whole = outcome !== 'unknown' || (tally.for !== null && tally.against !== null);
  for (let step = 1; step <= NEARBY; step++) {
    for (const at of [index - step, index + step]) {
      const near = mentions[at]?.filter(({ short }) => !short) ?? [];
      const council = votes <= COUNCIL_SIZE ? near.find(({ body }) => body.kind === 'council') : undefined;
      const mention = council ?? near.at(-1);
      if (mention !== undefined && (whole || mention.body.kind !== 'other')) return mention.body;
    }
  }
  const ofStates = named.filter(({ body }) => body.kind !== 'other');
  if (!ofStates.every(({ body }) => body.kind === ofStates[0]?.body.kind)) return null;
  return ofStates[0]?.body ?? (ofCouncil ? SECURITY_COUNCIL : null);
}

function tellInSentence(scene: Scene): ToldVote[] {
  const { doc, sentence } = scene;
  const ballots = findBallots(doc, scene.cast, scene.registry, sentence).filter(
    ({ cue }) => !isSummary(doc, sentence, cue),
  );
  const tellings = findTellings(scene, ballots);
  const groups = group(tellings);
  const edges = groups.map((one, index) =>
    index === 0 ? sentence.from : boundary(doc, groups[index - 1]!, one),
  );
  const told = groups.map((one, index) =>
    tell(scene, one, edges[index]!, edges[index + 1] ?? sentence.to, ballots),
  );
  if (groups.length > 0) return told;
  const bare = tell(scene, null, sentence.from, sentence.to, ballots);
  const text = doc.report.text.slice(sentence.start, sentence.end);
  // Of the Council's votes little else is told by numbers and sides.
  const isTally = bare.tally.ranges.length > 1 || (bare.tally.ranges.length === 1 && text.length < SHORT);
  const isTold = ABOUT_VOTES.test(text) || (scene.council && SAID.test(text)) || (scene.council && isTally);
  const isUnanimous = scene.council && bare.tally.unanimous && bare.body?.kind !== 'other';
  return (isTold && hasSubstance(bare)) || isUnanimous ? [bare] : [];
}

function findTellings(scene: Scene, ballots: readonly FoundBallot[]): Telling[] {
  const { doc, sentence } = scene;
  const found: Telling[] = [];
  for (let token = sentence.from; token < sentence.to; token++) {
    const telling = tellingAt(scene, token, ballots);
    if (telling !== undefined && !isSummary(doc, sentence, token)) found.push(telling);
  }
  return found;
}

/** "This is the eighth time that Russia has vetoed", "vetoed six resolutions". */
function isSummary(doc: Document, sentence: Sentence, cue: number): boolean {
  for (let token = cue; token >= 0; token = doc.tree.heads[token]!) {
    if (doc.lemmas[token] === 'time' && token !== cue) return true;
  }
  const end = Math.min(sentence.to, cue + 9);
  const start = Math.max(sentence.from, cue - 6);
  return SUMMARY.test(doc.report.text.slice(doc.tokens[start]!.start, doc.tokens[end - 1]!.end));
}

/** Tellings of one outcome in one sentence are of one vote, unless the text sets them apart. */
function group(tellings: readonly Telling[]): Telling[] {
  const groups: Telling[] = [];
  for (const one of tellings) {
    const last = groups.findIndex(
      (other) => other.another === one.another && agree(other.outcome, one.outcome),
    );
    if (last < 0) groups.push(one);
    else groups[last] = better(groups[last]!, one);
  }
  return groups;
}

function agree(a: Outcome, b: Outcome): boolean {
  return a === b || a === 'unknown' || b === 'unknown';
}

function better(a: Telling, b: Telling): Telling {
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
  const read = readTally(text, range.start);
  const tally = scene.council ? withCouncilTally(read, text, range.start) : read;
  const matter = outcome?.matter ?? null;
  const body = outcome?.body ?? scene.bodies[0]?.body ?? null;
  const draft = outcome === null && !scene.council ? null : symbolIn(text);
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
    when: isNoTime(when, draft, text) ? NO_TIME : when,
    another: outcome?.another ?? anotherDraft(doc, sentence),
  };
}

/** A year that is the number of a resolution, or that something else has lasted since, is not when the vote was. */
function isNoTime({ text }: When, draft: string | null, clause: string): boolean {
  if (text === null) return false;
  const before = clause.slice(0, Math.max(0, clause.indexOf(text)));
  return (draft?.includes(text) ?? false) || /\bsince\s+(?:\p{L}+\s+){0,6}$/u.test(before);
}

const NO_TIME: When = { start: null, end: null, precision: 'unknown', text: null, basis: 'none' };

/** "A rival text got only four votes": set apart though no verb tells the outcome. */
function anotherDraft(doc: Document, sentence: Sentence): boolean {
  for (let token = sentence.from; token < sentence.to; token++) {
    if (UN_DRAFTS.has(doc.lemmas[token]!)) return isAnother(doc, sentence, token);
  }
  return false;
}

/** "He warned the three countries against it" counts nobody who voted. */
const ABOUT_VOTES =
  /\b(?:vot|dissent|unopposed|veto|abst|ballot|in\s+favou?r|backed|support|resolution|draft|text|motion|bill)/iu;

/** **Units** characters: "Nine go up against." */
const SHORT = 60;

const SAID = /\b(?:sa(?:id|ys|ying)\s+(?:no|yes)|ayes?|noes|nays?|hands?)\b/iu;

/** A sentence without an outcome tells of a vote only by numbers or by names. */
function hasSubstance({ tally, ballots }: ToldVote): boolean {
  const counted =
    tally.for !== null || (!tally.unanimous && (tally.against !== null || tally.abstain !== null));
  return ballots.length > 0 || counted;
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
  for (const country of countriesNamed(doc, registry, from, to)) topics.add(country);
  return [...topics].filter((country) => registry.countries.has(country) && !voters.has(country));
}
