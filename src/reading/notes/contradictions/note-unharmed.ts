import type { Document } from '../../../document/document.js';
import type { Event, Note, Statement } from '../../contract.js';
import { makeNote, quoted } from '../note.js';
import { saidTokens } from './told-deeds.js';

const UNHARMED =
  /\b(?:nobody|no[ -]one) (?:was|were|has been|had been) (?:hurt|injured|killed|harmed|wounded)\b|\bno (?:casualties|injuries|deaths)\b|\b(?:unharmed|unhurt|uninjured)\b/iu;
const HARM =
  /\b(?:(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a) (?:\w+ ){0,2}(?:was|were) (?:killed|injured|wounded|hurt)|(?:killed|killing|injured|injuring|wounded|wounding) (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a|an) \w+)\b/iu;
const OTHERWISE =
  /\b(?:another|before|different|earlier|elsewhere|first|initially|last|later|meanwhile|other|previous|previously|second|separate|since|third|year|years|month|months)\b/iu;

/** "Nobody was hurt" beside "injured five workers", both in the report's own words and of one day. */
export function noteUnharmed(
  doc: Document,
  statements: readonly Statement[],
  events: readonly Event[],
): Note[] {
  const said = saidTokens(doc, statements);
  const isOwn = ({ from, to }: { from: number; to: number }) =>
    said.subarray(from, to).every((one) => one === 0);
  const own = doc.sentences.filter(
    ({ kind, from, to, start, end }) =>
      (kind === 'body' || kind === 'headline') &&
      isOwn({ from, to }) &&
      !OTHERWISE.test(doc.report.text.slice(start, end)),
  );
  const textOf = ({ start, end }: { start: number; end: number }) => doc.report.text.slice(start, end);
  const spared = own.filter((one) => UNHARMED.test(textOf(one)));
  const harmed = own.filter((one) => HARM.test(textOf(one)) && !UNHARMED.test(textOf(one)));
  // Of a report of many blows nobody knows which one spared everybody.
  const places = new Set(
    events.flatMap(({ type, place }) => (type === 'ASSAULT' && place !== null ? [place.name] : [])),
  );
  if (places.size > 1 || spared.length === 0 || harmed.length === 0) return [];
  const [a, b] = [spared[0]!, harmed[0]!];
  const says = `The report says that nobody was hurt, and that somebody was: "${quoted(doc, a)}" and "${quoted(doc, b)}"`;
  return [makeNote(doc, 'contradiction', says, [a, b])];
}
