import type { z } from 'zod';
import type { Listed } from '../archive/index.js';
import type { Span } from '../document/span.js';
import type { Actor, Claim, Dispute, Event, Statement, Vote } from '../reading/contract.js';
import type * as schemas from './schemas.js';

type Told<T extends keyof typeof schemas> = (typeof schemas)[T] extends z.ZodType
  ? z.output<(typeof schemas)[T]>
  : never;

export type Citation = Told<'citation'>;
type Source = Listed<unknown>['report'];

/** Records as tools tell them: shorter than the contract's, and every span a citation that can be looked up. */

export function cite({ id, title, published }: Source, { start, end, text }: Span): Citation {
  return { report: id, title, published, start, end, quote: text };
}

export function citeEvent({ record, report, context }: Listed<Event>): Told<'event'> {
  const { id, type, mode, quad, when, place, standing, auxiliary, confidence } = record;
  const party = ({ name, country, mention }: Actor) => ({ name, country, citation: cite(report, mention) });
  return {
    id,
    type,
    mode,
    quad,
    actors: record.actors.map(party),
    recipients: record.recipients.map(party),
    from: when.start,
    to: when.end,
    place: place?.name ?? null,
    standing,
    auxiliary,
    confidence,
    citation: cite(report, record.cue),
    context,
  };
}

export function citeStatement({ record, report }: Listed<Statement>): Told<'statement'> {
  const { id, kind, speaker, when, confidence } = record;
  return {
    id,
    kind,
    speaker: speaker && { name: speaker.name, title: speaker.title, country: speaker.country },
    stance: record.stance.map(({ act, toward }) => (toward === null ? act : `${act}: ${toward.name}`)),
    from: when.start,
    to: when.end,
    confidence,
    said: record.content.map((span) => cite(report, span)),
  };
}

export function citeVote({ record, report }: Listed<Vote>): Told<'vote'> {
  const { id, body, matter, draft, outcome, for: yes, against, abstain, vetoedBy, when, span } = record;
  return {
    id,
    body,
    matter,
    draft,
    outcome,
    for: yes,
    against,
    abstain,
    vetoedBy,
    members: record.members.map(({ country, vote, inferred }) => ({ country, vote, inferred })),
    from: when.start,
    to: when.end,
    record: record.record,
    citation: cite(report, span),
  };
}

export function citeClaim({ record, report }: Listed<Claim>): Told<'claim'> {
  const { id, kind, text, verdict, because, evidence, span } = record;
  return { id, kind, text, verdict, because, evidence, citation: cite(report, span) };
}

export function citeDispute({ record: { id, about, positions }, report }: Listed<Dispute>): Told<'dispute'> {
  return {
    id,
    about,
    positions: positions.map(({ party, stance, span }) => ({
      party: party.name,
      stance,
      citation: cite(report, span),
    })),
  };
}
