import type { Document } from '../../document/document.js';
import { recordId } from '../../document/identity.js';
import { cut, type Span, type TokenRange } from '../../document/span.js';
import type { SpanIndex } from '../../document/span-index.js';
import { childrenBy, cover, subtree } from '../../document/tree.js';
import type { Codebook } from '../../registry/codebook/codebook.js';
import { type ActorMention, actorsOf, type Cast } from '../cast.js';
import type { Actor, Auxiliary, Event, EventType, Standing, Statement, Vote, When } from '../contract.js';
import { placeOfEvent } from '../places/place-of-event.js';
import { daysBetween, whenAt } from '../when.js';
import { casualtiesOf } from './casualties.js';
import { confidenceOf, sharesOf } from './confidence.js';
import { contextsOf } from './contexts-of.js';
import type { Embedding } from './embedding.js';
import { phaseOf } from './is-idle.js';
import { partyPhrase } from './party-phrase.js';
import type { Proposal } from './proposal.js';

/** What settling a proposal draws on. */
export interface Grounds {
  readonly doc: Document;
  readonly cast: Cast;
  readonly codebook: Codebook;
  /** The statements by what they say. */
  readonly told: SpanIndex<Statement>;
  readonly votes: readonly Vote[];
  /** All that was proposed, by head. */
  readonly proposals: ReadonlyMap<number, Proposal>;
}

/** The event that a proposal comes to, with its time, place, status and standing. */
export function settle(grounds: Grounds, proposal: Proposal, embedding: Embedding): Event {
  const { doc, cast, codebook } = grounds;
  const { frame, head } = proposal;
  const menace = menaceOf(grounds, proposal);
  const errand = errandOf(doc, proposal);
  const { type, mode } = refusalOf(proposal, embedding) ?? menace ?? errand ?? frame;
  const facts = codebook.types.get(type)!;
  const accused = embedding.accused.flatMap((one) => actorsOf(doc, cast, one) ?? []);
  const parties = (all: readonly ActorMention[]) =>
    peopleOf(doc, all, (one) => partyPhrase(doc, cast, one, head, codebook));
  const actors = parties(accused.length > 0 ? accused : proposal.actors);
  // Those who vow or pledge something together do so to somebody else.
  const isOwnWord = frame.type === 'AGREE' && OWN_WORD.has(doc.lemmas[head]!.toLowerCase());
  const isMutual = proposal.actors === proposal.recipients && menace === undefined && !isOwnWord;
  const recipients = parties(proposal.recipients).filter(
    (one) => isMutual || !actors.some((other) => other.name === one.name),
  );
  const cue = cueSpan(doc, proposal);
  const when = whenOf(grounds, cue, head);
  const teller = tellerOf(grounds, cue);
  const { dead, injured } =
    type === 'ASSAULT' || type === 'PROTEST' ? casualtiesOf(doc, head) : { dead: null, injured: null };
  const names = [...actors, '→', ...recipients].map((one) => (typeof one === 'string' ? one : one.name));
  return {
    id: recordId(doc.report.id, 'event', cue, `${type} ${names.join('|')}`),
    type,
    mode,
    contexts: contextsOf(doc, head, frame.contexts, codebook),
    quad: facts.quad,
    score: (mode === null ? undefined : facts.modes.get(mode)) ?? facts.score,
    cameo: frame.cameo,
    actors,
    recipients,
    when,
    place: placeOfEvent(doc, cast, head, type),
    auxiliary: auxiliariesOf(doc, when, type === 'REJECT' && type !== frame.type ? NOTHING : embedding),
    standing: standingOf(embedding, teller),
    attributedTo: teller?.id ?? null,
    dead,
    injured,
    cue,
    alsoAt: [],
    sentence: doc.tokens[head]!.sentence,
    confidence: confidenceOf(sharesOf(proposal, facts, actors, recipients, embedding)),
    by: frame.id,
  };
}

/** Words that each gives for himself: whoever else gives his too is not promised anything by it. */
const OWN_WORD = new Set('commit guarantee intend offer plan pledge promise swear undertake vow'.split(' '));

/** What is left of a status once it has become the type. */
const NOTHING = { isFuture: false, isHypothetical: false, isNegated: false };

/** Which kind of refusal it is not to do so. */
const REFUSALS: Partial<Record<EventType, string | null>> = {
  AGREE: null,
  AID: 'assist',
  CONCEDE: 'yield',
  CONSULT: 'meet',
  COOPERATE: null,
  RETREAT: 'yield',
  SUPPORT: null,
};

/** "will not meet", "would not give aid": what one says one will not do, one refuses. */
function refusalOf({ frame, actors, isNominal }: Proposal, embedding: Embedding) {
  const isSaid = embedding.isNegated && (embedding.isFuture || embedding.isHypothetical);
  if (isNominal || !isSaid || actors.length === 0 || !(frame.type in REFUSALS)) return undefined;
  return { type: 'REJECT' as EventType, mode: REFUSALS[frame.type] ?? null };
}

/** "Vowed to retaliate", "plans to attack": to agree with oneself on harm is to threaten it. */
function menaceOf({ doc, proposals, codebook }: Grounds, { frame, takes }: Proposal) {
  if (frame.type !== 'AGREE') return undefined;
  const isHarm = takes.some((head) => {
    const inner = (proposals.get(head) ?? proposals.get(phaseOf(doc, head)))?.frame.type;
    return inner !== undefined && codebook.types.get(inner)!.quad === 'material conflict';
  });
  return isHarm ? { type: 'THREATEN' as EventType, mode: null } : undefined;
}

/** Soldiers who go to keep the peace aid those whom they go to, whichever verb sends them. */
function errandOf(doc: Document, { frame, head }: Proposal) {
  const isMarch = frame.type === 'MOBILIZE' && frame.mode !== 'weapons';
  if (!isMarch && frame.mode !== 'visit') return undefined;
  // "Arrived to join a peace mission": the purpose of a march is its own.
  const isPurpose = (child: number) => childrenBy(doc, child, 'mark').some((mark) => doc.xpos[mark] === 'TO');
  const own = subtree(doc, head, (child) => APART.test(doc.tree.relations[child]!) && !isPurpose(child));
  const isPeace = own.some((word) => PEACE.test(doc.lemmas[word]!));
  return isPeace ? { type: 'AID' as EventType, mode: null } : undefined;
}

const APART = /^(?:ccomp|parataxis|advcl|conj)/;
const PEACE = /^peace-?(?:keep(?:er|ing)|force)$/i;

/** Those that mentions stand for, each with the whole phrase by which it takes part. */
function peopleOf(
  doc: Document,
  mentions: readonly ActorMention[],
  phraseOf: (mention: ActorMention) => TokenRange,
): Actor[] {
  const found: Actor[] = [];
  for (const one of mentions) {
    const { from, to } = phraseOf(one);
    const mention = cut(doc.report.text, doc.tokens[from]!.start, doc.tokens[to - 1]!.end);
    for (const actor of one.actors) {
      if (!found.some((other) => other.name === actor.name && other.country === actor.country)) {
        found.push({ ...actor, mention });
      }
    }
  }
  return found;
}

/** From the first to the last word of the cue where they stand together, else the head alone. */
function cueSpan(doc: Document, { cue, head }: Proposal): Span {
  const { from, to } = cover(cue);
  const together = to - from <= cue.length + 2;
  const first = doc.tokens[together ? from : head]!;
  const last = doc.tokens[together ? to - 1 : head]!;
  return cut(doc.report.text, first.start, last.end);
}

/** A vote is dated by its record, where it has one, whatever word tells it. */
function whenOf({ doc, votes }: Grounds, cue: Span, head: number): When {
  const vote = votes.find(
    ({ span, record }) => record !== null && span.start <= cue.start && cue.end <= span.end,
  );
  const told = whenAt(doc, head);
  return vote !== undefined && told.text === null ? vote.when : told;
}

/** The innermost statement that tells of the event; a statement does not tell of itself. */
function tellerOf({ told }: Grounds, cue: Span): Statement | undefined {
  let found: Statement | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const statement of told.touching(cue)) {
    const own = statement.cue;
    if (own !== null && own.start < cue.end && cue.start < own.end) continue;
    for (const { start, end } of statement.content) {
      if (start > cue.start || end < cue.end || end - start >= least) continue;
      found = statement;
      least = end - start;
    }
  }
  return found;
}

function standingOf(embedding: Embedding, teller: Statement | undefined): Standing {
  if (embedding.isDenied) return 'denied';
  if (embedding.isAlleged) return 'alleged';
  return teller === undefined ? 'reported' : 'attributed';
}

/** Days after which an event told in passing is history rather than news. */
const OLD = 31;

function auxiliariesOf(
  doc: Document,
  when: When,
  embedding: Pick<Embedding, 'isFuture' | 'isHypothetical' | 'isNegated'>,
): Auxiliary[] {
  const found: Auxiliary[] = [];
  const published = doc.report.published ?? doc.report.publishedNotBefore;
  const end = when.text === null ? null : when.end;
  if (end !== null && published !== null && daysBetween(end, published) > OLD) found.push('historical');
  if (embedding.isFuture) found.push('future');
  if (embedding.isHypothetical) found.push('hypothetical');
  if (embedding.isNegated) found.push('negation');
  return found;
}
