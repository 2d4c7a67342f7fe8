import type { Actor, Event, Statement, When } from '../../reading/contract.js';
import { oneLine } from './paint.js';

/** Who somebody is, in one line: "Adel al-Jubeir, foreign minister (SAU GOV)". */
export function describeActor(one: Actor): string {
  const title = one.title !== null && one.person !== null ? `, ${one.title}` : '';
  const codes = [one.country, ...one.sectors.slice(0, 2)].filter(Boolean).join(' ');
  return `${oneLine(one.name)}${title}${codes === '' ? '' : ` (${codes})`}`;
}

/** Who did what to whom; those who act on an equal footing stand once. **Shape** `type` as it is to be shown. */
export function describeDeed({ actors, recipients }: Event, type: string): string {
  const isMutual =
    actors.length === recipients.length && actors.every((one, index) => one.name === recipients[index]!.name);
  const to = recipients.length === 0 || isMutual ? '' : ` → ${describeActors(recipients, '')}`;
  return `${describeActors(actors, 'someone')} ${type}${to}`;
}

/** Several actors in one line; "someone" where nobody is named. */
export function describeActors(actors: readonly Actor[], nobody: string): string {
  return actors.length === 0 ? nobody : actors.map(describeActor).join(', ');
}

/** A date as precise as it is known. */
export function describeWhen(when: When): string {
  if (when.start === null && when.end === null) return 'undated';
  if (when.start === null) return `before ${when.end}`;
  if (when.end === null) return `since ${when.start}`;
  if (when.start === when.end) return when.start;
  if (when.precision === 'year') return when.start.slice(0, 4);
  if (when.precision === 'month') return when.start.slice(0, 7);
  return `${when.start} – ${when.end}`;
}

/** An event's status, as words: "alleged, future". Empty for a plain reported event. */
export function describeStatus(event: Event): string {
  return [event.standing === 'reported' ? '' : event.standing, ...event.auxiliary].filter(Boolean).join(', ');
}

/** What was said, its parts joined. */
export function describeContent(statement: Statement): string {
  return statement.content.map((span) => oneLine(span.text)).join(' … ');
}

/** Who says it, and to whom. */
export function describeTelling({ speaker, addressee }: Statement): string {
  const who = speaker === null ? 'somebody' : describeActor(speaker);
  return addressee === null ? who : `${who} to ${describeActor(addressee)}`;
}

/** How something was said and what it does: "indirect", "interview in Berlin", "accuses Iran (IRN GOV)". */
export function describeManner({ kind, medium, place, stance }: Statement): string[] {
  const where = place === null ? '' : `in ${oneLine(place.name)}`;
  const occasion = [medium?.kind ?? '', where].filter((part) => part !== '').join(' ');
  const acts = stance.map(({ act, toward }) => act + (toward === null ? '' : ` ${describeActor(toward)}`));
  return [kind, ...(occasion === '' ? [] : [occasion]), ...acts];
}

/** Where in its report a statement stands. **Units** sentences from 1, characters in UTF-16 units from 0. */
export function describeSpot({ sentence, cue, source, content }: Statement): string {
  const spans = [...content, ...source, ...(cue === null ? [] : [cue])];
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  return `sentence ${sentence + 1}, characters ${start}–${end}`;
}
