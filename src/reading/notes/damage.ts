import type { Document } from '../../document/document.js';
import type { Note } from '../contract.js';
import { makeNote, quoted } from './note.js';

/** UTF-8 that was read as Windows-1252: "cafÃ©", "donâ€™t". */
const MOJIBAKE = /(?:[ÃÂ][\u0080-\u00bf]|â€[\u0080-\u009f™œž˜“”•–—¦])/u;
const REPLACED = /\ufffd/u;
const MARKUP =
  /<\/?(?:p|br|div|span|a|b|i|strong|em|li|ul|h[1-6]|img|script)\b[^<>]*>|&(?:nbsp|amp|quot|lt|gt|#\d+);/iu;

const PATTERNS: readonly (readonly [pattern: RegExp, says: string])[] = [
  [MOJIBAKE, 'Characters were garbled by a wrong encoding'],
  [REPLACED, 'Characters are lost'],
  [MARKUP, 'Markup was left in the text'],
];

/** **Units** tokens: what is shorter may be a caption or a signature. */
const SHORTEST = 8;

/** Says where the text is broken: garbled or lost characters, left-over markup, an end in mid-sentence. */
export function noteDamage(doc: Document): Note[] {
  const { text } = doc.report;
  const notes = PATTERNS.flatMap(([pattern, says]) => {
    const found = pattern.exec(text);
    if (found === null) return [];
    const count = text.match(new RegExp(pattern, `g${pattern.flags}`))?.length ?? 1;
    const range = { start: found.index, end: found.index + found[0].length };
    const context = quoted(doc, {
      start: Math.max(0, range.start - 20),
      end: Math.min(text.length, range.end + 20),
    });
    return [
      makeNote(doc, 'damage', `${says}, ${count === 1 ? 'once' : `${count} times, first`} at "${context}".`, [
        range,
      ]),
    ];
  });
  return [...notes, ...noteCutOff(doc)];
}

function noteCutOff(doc: Document): Note[] {
  const last = doc.sentences.findLast(({ kind }) => kind === 'body');
  if (last === undefined || last.index !== doc.sentences.length - 1) return [];
  if (last.to - last.from < SHORTEST) return [];
  const text = doc.report.text.slice(last.start, last.end).trim();
  // Marks that stand alone after a full stop are leavings of a list, not the middle of a sentence.
  if (/[.!?][\s"'’”)\],;:–—-]*[\s,;:–—-]$/u.test(text)) return [];
  if (!/(?:[\p{Ll},;:–—-]|\.\.\.|…)$/u.test(text)) return [];
  // A telegram-like line without a verb is a caption or a list, not a sentence that broke off.
  const verb = doc.xpos.slice(last.from, last.to).some((tag) => /^(?:VB[DZP]|MD)$/.test(tag));
  const capitals = doc.tokens.slice(last.from, last.to).filter((token) => /^\p{Lu}/u.test(token.text)).length;
  if (!verb || capitals > (last.to - last.from) / 2) return [];
  return [makeNote(doc, 'damage', `The report breaks off in mid-sentence: "${quoted(doc, last)}"`, [last])];
}
