import type { Document } from '../../document/document.js';
import { childBy, childrenBy } from '../../document/tree.js';
import { type FoundBallot, sideAfter } from './ballots.js';
import { type Body, SECURITY_COUNCIL } from './bodies.js';
import { draftAfter, draftBefore, draftOf, draftOfClause, draftsOf, UN_DRAFTS } from './drafts.js';
import { happened } from './happened.js';
import { isAnother } from './matter.js';
import { bodyBefore, bodyBeforeParticiple, bodyDoing, isDate, type Scene } from './scene.js';
import type { Outcome } from './told.js';

/** An outcome that a word tells, before its clause is read. */
export interface Telling {
  readonly cue: number;
  readonly outcome: Outcome;
  readonly body: Body | null;
  /** The noun or verb that names what was voted on. */
  readonly matter: number | null;
  readonly another: boolean;
}

const ADOPT = new Set(['adopt', 'approve', 'pass', 'endorse', 'ratify']);
const ENACT = new Set('extend renew authorise authorize impose lift establish tighten prolong'.split(' '));
const ENACTED = new Set(
  'mission mandate sanction embargo force measure ban panel authorization authorisation'.split(' '),
);
const REJECT = new Set(['reject', 'defeat', 'block']);
/** Forms of the verbs of decision, which the tagger takes for nouns where a report is written in the present. */
const FORMS = new Map<string, 'adopted' | 'failed'>([
  ...['adopts', 'approves', 'passes', 'endorses', 'ratifies'].map((form) => [form, 'adopted'] as const),
  ...['rejects', 'defeats'].map((form) => [form, 'failed'] as const),
]);

/** The outcome of a vote that a token tells of; undefined where it tells of none. */
export function tellingAt(scene: Scene, token: number, ballots: readonly FoundBallot[]): Telling | undefined {
  return (
    vetoAt(scene, token, ballots) ??
    votingAt(scene, token) ??
    decisionAt(scene, token) ??
    unanimousAt(scene, token)
  );
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
  if (!/^vot(?:e[sd]?|ing)$/i.test(doc.tokens[token]!.text)) return undefined;
  if (/^(?:into|out)$/i.test(doc.tokens[token + 1]?.text ?? '')) return undefined;
  const isVerb = doc.upos[token] === 'VERB';
  if (isVerb && happened(doc, token) !== 'yes') return undefined;
  const body = (isVerb ? bodyDoing(scene, token) : undefined) ?? bodyBefore(scene, token);
  if (body === undefined) return undefined;
  if (!isVerb)
    return /^vote[sd]$/i.test(doc.tokens[token]!.text) ? votingByWords(scene, token, body) : undefined;
  const aim = childBy(doc, token, 'xcomp', 'advcl', 'ccomp');
  const side = sideAfter(doc, sentence, token);
  const object = matterOfVote(doc, token);
  if (side !== undefined)
    return telling(scene, token, side === 'for' ? 'adopted' : 'failed', body, object ?? aim);
  if (aim !== undefined && doc.xpos[aim] === 'VB') {
    return telling(scene, token, REJECT.has(doc.lemmas[aim]!) ? 'failed' : 'adopted', body, aim);
  }
  return votingByWords(scene, token, body) ?? telling(scene, token, 'unknown', body, object);
}

/** What a vote is on: "on the bill", "for the bill", "in favour of the bill"; neither its day nor its count. */
function matterOfVote(doc: Document, verb: number): number | undefined {
  for (const child of childrenBy(doc, verb, 'obl', 'obj')) {
    if (child < verb || isDate(doc, child) || doc.upos[child] === 'NUM') continue;
    if (/^favou?r$/.test(doc.lemmas[child]!)) return childBy(doc, child, 'nmod');
    if (!/^(?:vote|margin|majority|abstention|line)$/.test(doc.lemmas[child]!)) return child;
  }
  return undefined;
}

/** "The Council votes to extend …", where the tagger takes "votes" for a noun and the tree is of no use. */
function votingByWords(scene: Scene, token: number, body: Body): Telling | undefined {
  const { doc, sentence } = scene;
  const side = sideAfter(doc, sentence, token) ?? sideOfDraft(scene, token);
  if (side !== undefined)
    return telling(scene, token, side === 'for' ? 'adopted' : 'failed', body, draftAfter(scene, token));
  for (let at = token + 1; at < Math.min(sentence.to, token + 8); at++) {
    if (/^(?:on|against|whether|[.;])$/i.test(doc.tokens[at]!.text) && !isDate(doc, at + 1)) return undefined;
    // Whatever the tagger makes of the word after it: a "to" before a small letter leads on to what was decided.
    const next = doc.tokens[at + 1]?.text ?? '';
    if (doc.tokens[at]!.text !== 'to' || !/^\p{Ll}/u.test(next) || NO_VERB.test(next)) continue;
    return telling(scene, token, REJECT.has(doc.lemmas[at + 1]!) ? 'failed' : 'adopted', body, at + 1);
  }
  return undefined;
}

const NO_VERB =
  /^(?:the|an?|its|his|her|their|this|that|these|those|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|none|nil)$/;

/** "Voted by 128 to nine, with 35 abstentions, for a resolution". */
function sideOfDraft({ doc, sentence }: Scene, verb: number): 'for' | 'against' | undefined {
  for (let token = verb + 1; token < Math.min(sentence.to - 3, verb + 18); token++) {
    const word = doc.tokens[token]!.text.toLowerCase();
    if (word !== 'for' && word !== 'against') continue;
    if ([1, 2, 3].some((step) => UN_DRAFTS.has(doc.lemmas[token + step]!))) return word;
  }
  return undefined;
}

/** "The Council adopted a resolution", "the draft failed to win nine votes", "the bill passed 51 to 49". */
function decisionAt(scene: Scene, token: number): Telling | undefined {
  const { doc } = scene;
  const lemma = doc.lemmas[token]!;
  const form = FORMS.get(doc.tokens[token]!.text.toLowerCase());
  if (form !== undefined) {
    const body = bodyBefore(scene, token);
    const drafts = [draftOf(doc, token), draftAfter(scene, token)];
    const draft = drafts.find((one) => one !== undefined && body && draftsOf(body).has(doc.lemmas[one]!));
    if (body !== undefined && draft !== undefined) return telling(scene, token, form, body, draft);
  }
  if (doc.upos[token] !== 'VERB') return afterAside(scene, token);
  if (ENACT.has(lemma)) return enactedAt(scene, token);
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
    if (draft === undefined || !draftsOf(body).has(doc.lemmas[draft]!)) return undefined;
    // "Congress has not passed his budget" tells of no vote.
    if (real === 'no' && body.kind === 'other' && !isFailure(doc, token)) return undefined;
    return telling(scene, token, result, body, draft);
  }
  // Without a body that acts, the thing voted on must be the subject, and the words about votes.
  const subject =
    draftOfClause(doc, token) ?? childBy(doc, token, 'nsubj', 'nsubj:pass') ?? draftBefore(scene, token);
  if (subject === undefined) return undefined;
  const about =
    UN_DRAFTS.has(doc.lemmas[subject]!) || ['bill', 'vote', 'article'].includes(doc.lemmas[subject]!);
  const isDone = scene.council && lemma === 'adopt' && childBy(doc, token, 'nsubj:pass') !== undefined;
  const nobody = /^(?:neither|none)$/i.test(doc.tokens[subject]!.text);
  if (isDone)
    return telling(scene, token, nobody ? 'failed' : result, scene.bodies[0]?.body ?? null, subject);
  if (!about || (lemma === 'fail' && !scene.council && scene.bodies.length === 0)) return undefined;
  if (lemma === 'block' || lemma === 'defeat') return undefined;
  return telling(scene, token, result, scene.bodies[0]?.body ?? null, subject);
}

/** "The Council, by 14 votes to none, adopted resolution 269": after such an aside the tree has lost its subject. */
function afterAside(scene: Scene, token: number): Telling | undefined {
  const body = /^adopted$/i.test(scene.doc.tokens[token]!.text)
    ? bodyBeforeParticiple(scene, token)
    : undefined;
  const draft = body === undefined ? undefined : draftAfter(scene, token);
  return body === undefined || draft === undefined
    ? undefined
    : telling(scene, token, 'adopted', body, draft);
}

/** "The Security Council extended the mission": of such things it decides by a vote, and only so. */
function enactedAt(scene: Scene, verb: number): Telling | undefined {
  const { doc } = scene;
  const real = happened(doc, verb);
  if (real === 'open' || (real === 'no' && !isFailure(doc, verb))) return undefined;
  const body = bodyDoing(scene, verb) ?? bodyBefore(scene, verb);
  if (body?.kind !== 'council') return undefined;
  const object = childrenBy(doc, verb, 'obj').find((child) => ENACTED.has(doc.lemmas[child]!));
  return object === undefined
    ? undefined
    : telling(scene, verb, real === 'no' ? 'failed' : 'adopted', body, object);
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

/** "Fails to pass", in place of "has not passed". */
function isFailure(doc: Document, verb: number): boolean {
  const head = doc.tree.heads[verb]!;
  return head >= 0 && doc.lemmas[head] === 'fail';
}
