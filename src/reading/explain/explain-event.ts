import type { Document } from '../../document/document.js';
import { cut, overlaps, type Span } from '../../document/span.js';
import type { Entry } from '../../registry/codebook/codebook.js';
import type { Registry } from '../../registry/registry.js';
import { findCast } from '../actors/find-cast.js';
import type { Event, Statement } from '../contract.js';
import { judge, reasonsFor } from '../events/arbiter/arbiter.js';
import { pairOf, relationOf } from '../events/arbiter/arbitrate.js';
import { seePair } from '../events/arbiter/see-pair.js';
import { sharesOf } from '../events/confidence.js';
import type { Embedding, Status } from '../events/embedding.js';
import { type Framed, frameAll } from '../events/framed.js';
import type { Proposal } from '../events/proposal.js';
import { proposeEvents } from '../events/propose.js';
import type { Knowledge } from '../index.js';
import { explainActor, explainPlace, explainWhen } from './explain-parts.js';
import { type Reason, reason } from './explanation.js';

/** What an event rests on: frame, operators, parties, time, place, who tells it, confidence, other tellings. */
export function explainEvent(
  doc: Document,
  knowledge: Knowledge,
  event: Event,
  statements: readonly Statement[],
): Reason[] {
  const traced = trace(doc, knowledge, event);
  const teller = statements.find(({ id }) => id === event.attributedTo);
  return [
    ...(traced === undefined ? explainUnframed(event, teller) : explainFrame(doc, traced.proposal, event)),
    ...(traced === undefined ? [] : explainStatus(doc, traced.embedding)),
    ...explainHistory(event),
    ...explainTeller(event, teller),
    ...event.actors.map((one) => explainActor('actor', one)),
    ...event.recipients.map((one) => explainActor('recipient', one)),
    explainWhen(event.when),
    ...(event.place === null ? [] : [explainPlace(event.place)]),
    ...explainToll(event),
    ...(traced === undefined ? [] : explainConfidence(event, traced, knowledge.registry)),
    ...(traced === undefined ? [] : explainArbiter(doc, knowledge, event, traced)),
    reason(
      'confidence',
      'trust',
      `In all: of events with the like of its signs, ${Math.round(100 * event.confidence)} in 100 are right in type and parties.`,
    ),
    ...event.alsoAt.map((span) =>
      reason('also at', 'retold', `Told again: "${span.text}".`, { spans: [span] }),
    ),
  ];
}

interface Traced extends Framed {
  /** All that is proposed in the document. */
  readonly framed: readonly Framed[];
}

/** What stands in `by` behind the frame where the arbiter has decided otherwise. */
const OVERRULED = ' > arbiter';

/** The frame and clauses that an event came from, found anew: the same text proposes the same. */
function trace(doc: Document, { registry }: Knowledge, event: Event): Traced | undefined {
  const { codebook } = registry;
  const proposals = proposeEvents(doc, findCast(doc, registry), codebook);
  const by = event.by.replace(OVERRULED, '');
  const framed = frameAll(doc, proposals, codebook);
  const found = framed.find(({ proposal: { frame, cue } }) => {
    return frame.id === by && cue.some((token) => overlaps(doc.tokens[token]!, event.cue));
  });
  return found === undefined ? undefined : { ...found, framed };
}

function explainFrame(doc: Document, { frame, cue }: Proposal, event: Event): Reason[] {
  const spans = cue.map((token) => tokenSpan(doc, token)).sort((a, b) => a.start - b.start);
  const told = typeName(frame);
  const says = `${spans.map(({ text }) => text).join(' … ')}: the frame ${frame.id}, ${placeOf(frame.entry)}, reads it as ${told}.`;
  const first = reason('type', frame.id, says, { spans, entry: frame.entry });
  if (frame.type === event.type) return [first];
  const turned = event.by.endsWith(OVERRULED)
    ? 'the arbiter is sure that the whole clause tells this'
    : event.type === 'REJECT'
      ? 'what one says one will not do, one refuses'
      : event.type === 'THREATEN'
        ? 'to agree with oneself on harm is to threaten it'
        : 'its clause decides otherwise';
  return [first, reason('type', 'clause', `It is ${typeName(event)}: ${turned}.`)];
}

/** An event that no frame tells: it is done by saying something. */
function explainUnframed({ by, cue, type }: Event, teller: Statement | undefined): Reason[] {
  if (!by.startsWith('stance:') || teller === undefined)
    return [reason('type', by, `${type} by ${by}.`, { spans: [cue] })];
  const says = `By these words the speaker ${by.slice('stance:'.length)}, which is ${type}; see statement ${teller.id}.`;
  return [reason('type', by, says, { spans: [cue] })];
}

const STATUS: Readonly<Record<Status, string>> = {
  part: 'is part of another event',
  future: 'is still to come',
  hypothetical: 'need not have happened',
  negated: 'did not happen',
  alleged: 'is only alleged',
  denied: 'is denied',
};

function explainStatus(doc: Document, { signs }: Embedding): Reason[] {
  return signs.map(({ token, status, by }) => {
    const span = tokenSpan(doc, token);
    return reason('status', by, `"${span.text}" (${by}) says that it ${STATUS[status]}.`, { spans: [span] });
  });
}

function explainHistory({ auxiliary, when }: Event): Reason[] {
  if (!auxiliary.includes('historical')) return [];
  return [reason('status', 'historical', `It ended on ${when.end}, long before the report.`)];
}

function explainTeller({ standing, attributedTo }: Event, teller: Statement | undefined): Reason[] {
  if (attributedTo === null) return [reason('standing', standing, 'The report tells it in its own words.')];
  const who = teller?.speaker?.name ?? 'somebody';
  const says = `${who} says it, in statement ${attributedTo}.`;
  return [reason('standing', standing, says, { spans: teller?.cue == null ? [] : [teller.cue] })];
}

function explainToll({ dead, injured }: Event): Reason[] {
  const counts = [dead === null ? '' : `${dead} dead`, injured === null ? '' : `${injured} injured`].filter(
    Boolean,
  );
  return counts.length === 0
    ? []
    : [reason('toll', 'number', `The words beside it count ${counts.join(' and ')}.`)];
}

/** How sure it is that this is told, part by part, where parties have not changed since; then by whom it is weighed. */
function explainConfidence(event: Event, { proposal, embedding }: Traced, { codebook }: Registry): Reason[] {
  const facts = codebook.types.get(proposal.frame.type)!;
  return sharesOf(proposal, facts, event.actors, event.recipients, embedding).map(({ what, share }) =>
    reason('told', 'frame', `${what}: ${share < 0 ? '−' : '+'}${Math.abs(share).toFixed(2)}.`, { share }),
  );
}

/** So many features say enough. */
const MOST_FEATURES = 5;

/** What the arbiter makes of the two parties, and what speaks most for it. */
function explainArbiter(
  doc: Document,
  { registry, arbiter }: Knowledge,
  event: Event,
  { framed }: Traced,
): Reason[] {
  const { codebook } = registry;
  const [actor, recipient] = pairOf(event);
  if (actor === null && recipient === null) return [];
  const { bag } = seePair(doc, framed, codebook, actor, recipient);
  const odds = judge(arbiter, bag);
  const own = relationOf(event, codebook);
  const chance = odds[arbiter.types.indexOf(own)] ?? 0;
  const rest = odds.map((one, at) => (arbiter.types[at] === own ? -1 : one));
  const rival = arbiter.types[rest.indexOf(Math.max(...rest))]!;
  const says = `${percent(chance)} ${own} between the two parties; next ${rival}, ${percent(Math.max(...rest))}.`;
  return [
    reason('arbiter', 'odds', says, { share: chance }),
    ...reasonsFor(arbiter, bag, own, rival)
      .slice(0, MOST_FEATURES)
      .map(({ feature, weight }) =>
        reason('arbiter', feature, `for it: ${feature} +${weight.toFixed(2)}.`, { share: weight }),
      ),
    reason(
      'confidence',
      'blend',
      `${percent(event.confidence)}, of how surely it is told and of this type.`,
      {
        share: event.confidence,
      },
    ),
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** Where a frame stands, for a person. */
function placeOf({ file, line, isOwn }: Entry): string {
  return `${isOwn ? 'of your own, ' : ''}${file.replace(/^codebook\//, '')} line ${line}`;
}

function typeName({ type, mode }: { readonly type: string; readonly mode: string | null }): string {
  return mode === null ? type : `${type}/${mode}`;
}

function tokenSpan(doc: Document, token: number): Span {
  const { start, end } = doc.tokens[token]!;
  return cut(doc.report.text, start, end);
}
