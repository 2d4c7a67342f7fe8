import type { Sentence, Tokenised } from '../../document/document.js';
import type { Stage } from '../../document/stage.js';
import { type Atom, atomsOf } from './atoms.js';
import { dayOf } from './calendar.js';
import { isDash, type Phrase } from './phrase.js';
import { readDate } from './read-dates.js';

/**
 * Gives a report without a date of publication the date of its dateline: "RIYADH, Jan 3, 2016 -", a first line that
 * is nothing but a date, a byline with one. A dateline without a year cannot date a report.
 */
export const dateByDateline: Stage<Tokenised, Tokenised> = {
  name: 'dateline',
  reads: ['report', 'tokens', 'sentences'],
  adds: ['report'],
  run: (doc) => {
    if (doc.report.published !== null) return doc;
    const published = datelineOf(doc);
    if (published === undefined) return doc;
    return { ...doc, report: { ...doc.report, published, publishedBasis: 'dateline' } };
  },
};

/** A dateline stands at the top; farther down, a line that is only a date heads a section. */
const TOP_SENTENCES = 6;

function datelineOf(doc: Tokenised): string | undefined {
  for (const sentence of doc.sentences.slice(0, TOP_SENTENCES)) {
    const atoms = atomsOf(doc, sentence);
    for (let at = 0; at < Math.min(atoms.length, 40); at++) {
      const found = readDate(atoms, at);
      if (found === undefined) continue;
      const day = wholeDay(found);
      if (day !== undefined && isDateline(sentence, atoms, found)) return day;
      at = found.to - 1;
    }
  }
  return undefined;
}

function wholeDay({ meaning }: Phrase): string | undefined {
  if (meaning.kind !== 'date' || meaning.year === null || meaning.day === null) return undefined;
  return dayOf(meaning.year, meaning.month, meaning.day)?.toString();
}

function isDateline(sentence: Sentence, atoms: readonly Atom[], date: Phrase): boolean {
  if (sentence.kind === 'dateline' || sentence.kind === 'byline') return true;
  const before = atoms.slice(0, date.from);
  const after = atoms[date.to];
  const closes = isDash(after?.text) || after?.text === ':' || after?.text === ')';
  if (before.length === 0) return after === undefined || closes;
  if (before.every(isLabel) && after === undefined) return true;
  // "RIYADH, Jan 3, 2016 -": a place in capitals, perhaps with an agency in brackets, and then a dash.
  return closes && before.length <= 8 && isShouted(before[0]!.raw);
}

const LABELS = new Set('published updated posted date : on last modified by | ,'.split(' '));

function isLabel(atom: Atom): boolean {
  return LABELS.has(atom.text);
}

function isShouted(raw: string): boolean {
  return raw.length > 2 && raw === raw.toUpperCase() && raw !== raw.toLowerCase();
}
