import type { Document, Sentence } from '../../../document/document.js';
import { overlaps } from '../../../document/span.js';
import type { Event, Note, Vote } from '../../contract.js';
import { type Findings, makeNote, quoted } from '../note.js';
import { noteCounts } from './note-counts.js';
import { noteOpposites } from './note-opposites.js';
import { noteUnharmed } from './note-unharmed.js';

/** Says where a report tells two things that cannot both be true. */
export function noteContradictions(doc: Document, { votes, events, statements }: Findings): Note[] {
  return [
    ...noteVotesToCome(doc, votes),
    ...noteTwoTallies(doc, votes),
    ...noteTwoTolls(doc, events),
    ...noteCounts(doc, statements),
    ...noteOpposites(doc, statements),
    ...noteUnharmed(doc, statements, events),
  ];
}

const TO_COME =
  /\b(?:put(?:ting)?|bring(?:ing)?|submit(?:ting)?|call(?:ing)?)\b[^.;]{0,60}\b(?:to|for)\s+(?:a|the)\s+vote\b|\b(?:is|are)\s+(?:expected|due|scheduled|set|likely|about)\s+to\s+(?:vote|adopt|veto|be\s+(?:put|adopted|vetoed|voted))\b|\b(?:will|would)\s+(?:vote|veto|adopt|be\s+(?:vetoed|adopted|put\s+to))\b|\b(?:has|have|is|are)\s+(?:yet|still)\s+to\s+(?:vote|be\s+voted)\b|\b(?:has|have)\s+not\s+yet\s+(?:voted|been\s+(?:put|voted))\b/iu;
const UNCERTAIN =
  /\b(?:unclear|not\s+clear|not\s+known|unknown|uncertain|remains?\s+to\s+be\s+seen|is|are|will|plans?|planned|whether|yet|still)\b/iu;
const THE_DRAFT =
  /\b(?:the|this|that)\s+(?:[\p{L}-]+\s+){0,2}(?:text|resolution|draft|measure|proposal|motion)\b/iu;
/** What shows that another vote is meant, or a time before this one. */
const OTHERWISE =
  /\b(?:another|rival|new|second|own|next|different|later|amended|revised|future|again|alternative|had|would\s+have|earlier|before|ahead)\b/iu;
const COUNCILS = new Set(['UN Security Council', 'UN General Assembly']);

/** "The draft was vetoed" beside "it is unclear if the text will be put to a vote". */
function noteVotesToCome(doc: Document, votes: readonly Vote[]): Note[] {
  const held = votes.filter(({ body, outcome }) => COUNCILS.has(body) && outcome !== 'unknown');
  if (held.length === 0) return [];
  return doc.sentences.flatMap((sentence) => {
    const text = doc.report.text.slice(sentence.start, sentence.end);
    if (!TO_COME.test(text) || !UNCERTAIN.test(text) || !THE_DRAFT.test(text) || OTHERWISE.test(text))
      return [];
    if (
      sentence.kind !== 'body' ||
      isQuoted(doc, sentence) ||
      held.some(({ span }) => overlaps(span, sentence))
    ) {
      return [];
    }
    const vote = held.at(-1)!;
    const says = `The report tells of a vote that was held, and here of one still to come: "${quoted(doc, sentence)}"`;
    return [makeNote(doc, 'contradiction', says, [sentence, vote.span])];
  });
}

function isQuoted(doc: Document, sentence: Sentence): boolean {
  const match = TO_COME.exec(doc.report.text.slice(sentence.start, sentence.end));
  const at = { start: sentence.start + (match?.index ?? 0), end: sentence.start + (match?.index ?? 0) + 1 };
  return doc.quotes.some((quote) => overlaps(quote, at));
}

/** Two counts for what the record, or the words for its matter, show to be one vote. */
function noteTwoTallies(doc: Document, votes: readonly Vote[]): Note[] {
  return votes.flatMap((one, index) =>
    votes.slice(index + 1).flatMap((other) => {
      const same =
        one.body === other.body &&
        (one.record === null
          ? other.record === null && isSameMatter(doc, one, other)
          : one.record.symbol === other.record?.symbol && one.record.date === other.record.date);
      if (!same || !differ(one, other)) return [];
      const says = `Two counts are given for one vote: ${countsOf(one)}, and ${countsOf(other)}.`;
      return [makeNote(doc, 'contradiction', says, [one.span, other.span])];
    }),
  );
}

/** One vote told twice: by the same words, or as "the resolution" of a report that tells of no other. */
function isSameMatter(doc: Document, one: Vote, other: Vote): boolean {
  if (one.matter !== '' && other.matter !== '') return one.matter === other.matter;
  return [one, other].every(({ span }) => !OTHER_VOTE.test(lineOf(doc, span)));
}

const OTHER_VOTE =
  /\b(?:amend\w*|another|earlier|first|last|next|other|previous|procedural|rival|second|separate|similar|year|\d{4})\b/iu;

function lineOf(doc: Document, at: { readonly start: number }): string {
  const sentence = doc.sentences.find(({ start, end }) => start <= at.start && at.start < end);
  return sentence === undefined ? '' : doc.report.text.slice(sentence.start, sentence.end);
}

function differ(one: Vote, other: Vote): boolean {
  return (['for', 'against', 'abstain'] as const).some(
    (side) => one[side] !== null && other[side] !== null && one[side] !== other[side],
  );
}

function countsOf(vote: Vote): string {
  return [vote.for, vote.against, vote.abstain].map((count) => count ?? '?').join('-');
}

/** A toll that grows, or that somebody else gives, is no contradiction. */
const MOVING =
  /\b(?:rose|risen|rise|rising|increased|initial\w*|first|earlier|later|more|least|than|up|including|among|so\s+far|further|another|other|said|says|claimed|according|reported\w*|estimat\w*|about|around|some|nearly|almost|dozens|scores)\b/iu;

function noteTwoTolls(doc: Document, events: readonly Event[]): Note[] {
  const counted = events.filter(
    (event) =>
      event.dead !== null &&
      event.standing === 'reported' &&
      event.place !== null &&
      event.when.start !== null,
  );
  return counted.flatMap((one, index) =>
    counted.slice(index + 1).flatMap((other) => {
      const same =
        one.type === other.type &&
        one.dead !== other.dead &&
        one.sentence !== other.sentence &&
        one.place?.name === other.place?.name &&
        one.when.precision === 'day' &&
        one.when.start === other.when.start &&
        one.when.text !== null &&
        other.when.text !== null;
      if (!same || [one, other].some(({ sentence }) => MOVING.test(textOf(doc, sentence)))) return [];
      const says = `Two numbers of dead are given for what seems one event: ${one.dead} and ${other.dead}.`;
      return [makeNote(doc, 'contradiction', says, [one.cue, other.cue])];
    }),
  );
}

function textOf(doc: Document, sentence: number): string {
  const { start, end } = doc.sentences[sentence]!;
  return doc.report.text.slice(start, end);
}
