import type { Named } from '../../document/document.js';
import type { Atom } from './atoms.js';
import type { Phrase } from './phrase.js';

/**
 * Whether a phrase that looks like a time is none: "March" the verb, "May" the prime minister, the "Sunday" of a
 * newspaper's name, "Black Friday".
 */
export function isNoTime(doc: Named, atoms: readonly Atom[], phrase: Phrase): boolean {
  const { meaning } = phrase;
  const isBareMonth = meaning.kind === 'date' && meaning.day === null && meaning.year === null;
  const isWeekday = meaning.kind === 'weekday' && meaning.shift === null;
  if (meaning.kind === 'year') return isWithinName(doc, atoms[phrase.from]!.token);
  if (meaning.kind === 'season') return doc.upos[atoms[phrase.to - 1]!.token] === 'VERB';
  if (!isBareMonth && !isWeekday) return false;
  const at = phrase.to - phrase.from === 1 ? phrase.from : phrase.to - 1;
  const { token, text } = atoms[at]!;
  const before = atoms[phrase.from - 1];
  if (isWeekday) return NAMED_DAYS.has(before?.text ?? '') || titled(atoms[phrase.to]?.raw);
  const upos = doc.upos[token];
  if (upos === 'AUX' || upos === 'VERB' || upos === 'ADJ') return true;
  if (phrase.to - phrase.from > 1 || MONTH_LEADS.has(before?.text ?? '')) return false;
  // Without a preposition, "May" and its like are as often a person; a name beside it, or a clause of its own, says so.
  const relation = doc.tree.relations[token] ?? '';
  if (
    NAMES.has(text) &&
    (/^(?:nsubj|obj|iobj|appos|flat|root|nmod:poss)/.test(relation) || isName(before?.raw))
  ) {
    return true;
  }
  return isWithinName(doc, token);
}

const NAMED_DAYS = new Set('black bloody good palm super ash holy cyber shrove maundy easter'.split(' '));
const MONTH_LEADS = new Set(
  'in since by until till from to during for of before after last this next early late mid between around through and or - – —'.split(
    ' ',
  ),
);
/** Months that people are named after. */
const NAMES = new Set(['may', 'april', 'june', 'august', 'march']);
const PAPERS =
  /^(?:Times|Herald|Mirror|Telegraph|Express|Mail|Post|World|Tribune|Star|Independent|Agreement|Night|Club)$/;

function titled(raw: string | undefined): boolean {
  return raw !== undefined && PAPERS.test(raw);
}

function isName(raw: string | undefined): boolean {
  return (
    raw !== undefined &&
    /^[A-Z][a-z]/.test(raw) &&
    !/^(?:In|On|The|By|Since|And|But|From|Last|This|Next)$/.test(raw)
  );
}

function isWithinName(doc: Named, token: number): boolean {
  let low = 0;
  let high = doc.names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doc.names[middle]!.to <= token) low = middle + 1;
    else high = middle;
  }
  const name = doc.names[low];
  return (
    name !== undefined &&
    name.from <= token &&
    name.to - name.from > 1 &&
    (name.type === 'person' || name.type === 'organisation')
  );
}
