import type { Actor, Place, When } from '../contract.js';
import { type Reason, reason } from './explanation.js';

/** What each word of a `resolvedBy` says; they are joined by "+". */
const RESOLVED: Readonly<Record<string, string>> = {
  abbreviation: 'the report gives the short form beside the whole name',
  accused: 'is the one whom the words blame',
  anonymous: 'is quoted without a name',
  candidate: 'is the likeliest of several that the words may mean',
  capital: 'a seat of government stands for the government',
  collective: 'the words take together those named before',
  context: 'the country is that of the report at this place',
  country: 'the country stands beside the title',
  date: 'held the office at another time',
  demonym: 'the adjective or people names the country',
  event: 'did the deed that is judged',
  name: 'the name says who it is',
  office: 'held the office on the day',
  organisation: 'belongs to the organisation named',
  place: 'the place named beside it gives the country',
  possessor: 'belongs to whoever is named as having it',
  pronoun: 'a pronoun stands for one named before',
  reference: 'the words stand for one named before',
  role: 'the noun makes its bearer an actor',
  seat: 'a palace or street stands for who sits there',
  statement: 'speaks in the statement beside it',
  tenure: 'is known as the holder of an office',
  title: 'the title before the name says what he or she is',
};

/** Who somebody is and how that was found. */
export function explainActor(about: string, actor: Actor): Reason {
  const { name, country, sectors, person, title, id, mention, resolvedBy } = actor;
  const codes = [country, ...sectors].filter(Boolean).join(' ');
  const who = `${name}${person !== null && title !== null ? `, ${title}` : ''}${codes === '' ? '' : ` (${codes})`}`;
  const how = resolvedBy.split('+').map((one) => RESOLVED[one] ?? one);
  const known = id === null ? '' : `; Wikidata ${id}`;
  return reason(about, resolvedBy, `${mention.text} is ${who}: ${how.join('; ')}${known}.`, {
    spans: [mention],
  });
}

const BASES: Readonly<Record<When['basis'], string>> = {
  stated: 'the text gives it whole',
  published: 'counted from the date of publication',
  context: 'counted from another date in the text',
  record: 'an official record has it',
  none: 'nothing gives it',
};

/** The time and what it was taken from. */
export function explainWhen(when: When): Reason {
  const { start, end, text, basis } = when;
  const days = start === end ? (start ?? 'no day') : `${start ?? '…'} to ${end ?? '…'}`;
  const words = text === null ? 'no words say when; the tense leaves this' : `"${text}"`;
  return reason('when', basis, `${days}: ${words}; ${BASES[basis]}.`);
}

/** The place and how sure its position is. */
export function explainPlace({ name, country, latitude, longitude, kind, span }: Place): Reason {
  const where = latitude === null || longitude === null ? 'no position known' : `${latitude}, ${longitude}`;
  const says = `${name}${country === null ? '' : ` (${country})`}, a ${kind}: ${where}.`;
  return reason('place', kind, says, { spans: [span] });
}
