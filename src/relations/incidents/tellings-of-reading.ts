import { tokenise } from '../../language/text/tokenise.js';
import { type Actor, type Event, QUAD_CATEGORIES, type Reading } from '../../reading/contract.js';
import { classOf } from '../words/word-classes.js';
import type { Party, Status, Telling } from './telling.js';
import { tellingNames, tellingWords } from './telling-words.js';

/** A sentence of a report that stands in an earlier one, and whose words it therefore is. */
export interface CopiedFrom {
  readonly start: number;
  readonly end: number;
  readonly original: string;
}

/** The events of a reading as they are compared with those of others. */
export function tellingsOf(
  { report, events }: Pick<Reading, 'report' | 'events'>,
  copied: readonly CopiedFrom[] = [],
): Telling[] {
  if (events.length === 0) return [];
  const { tokens, sentences } = tokenise.run({ report }, undefined);
  return events.map((event) => {
    const { cue } = event;
    const sentence = sentences.find(({ start, end }) => start <= cue.start && cue.start < end);
    const words =
      sentence === undefined ? [] : tokens.slice(sentence.from, sentence.to).map(({ text }) => text);
    const from = copied.find(({ start, end }) => start <= cue.start && cue.end <= end);
    return tellingOf(event, {
      report: report.id,
      source: from?.original ?? report.id,
      published: report.published ?? report.publishedNotBefore,
      words,
    });
  });
}

interface Setting {
  readonly report: string;
  readonly source: string;
  readonly published: string | null;
  readonly words: readonly string[];
}

function tellingOf(event: Event, { report, source, published, words }: Setting): Telling {
  const { when, place } = event;
  const from = dayNumber(when.start);
  const to = dayNumber(when.end);
  return {
    id: event.id,
    report,
    source,
    type: event.type,
    mode: event.mode,
    actors: event.actors.map(partyOf),
    recipients: event.recipients.map(partyOf),
    days: when.text === null || from === null || to === null ? null : { from, to },
    published: dayNumber(published),
    told: dayNumber(published),
    place:
      place === null
        ? null
        : {
            name: place.name.toLowerCase(),
            label: place.name,
            country: place.country,
            isTown: place.kind === 'city' || place.kind === 'site',
          },
    dead: event.dead,
    injured: event.injured,
    at: event.cue.start,
    cue: event.cue.text.toLowerCase(),
    cueClass: classOf(event.cue.text.toLowerCase()),
    words: tellingWords(words),
    names: tellingNames(words),
    status: statusOf(event),
    quad: QUAD_CATEGORIES.indexOf(event.quad) + 1,
    score: event.score,
    confidence: event.confidence,
  };
}

function statusOf({ auxiliary, standing }: Event): Status {
  if (auxiliary.includes('negation') || auxiliary.includes('hypothetical') || standing === 'denied')
    return 'unreal';
  if (auxiliary.includes('future')) return 'expected';
  return standing === 'alleged' ? 'alleged' : 'happened';
}

/** A party as it is compared: by its name, or the words that describe whom no name tells. */
export function partyOf({ country, name, person, sectors }: Actor): Party {
  return { country, name: name.toLowerCase(), person: person?.toLowerCase() ?? null, sectors, label: name };
}

/** **Units** days since 1970; null for null. */
export function dayNumber(day: string | null): number | null {
  return day === null ? null : Math.round(Date.parse(day) / 86_400_000);
}
