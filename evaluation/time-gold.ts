import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Range } from '../src/document/span.js';
import { attributes, plainText } from './xml.js';

/** An expression of time in a gold file. */
export interface GoldTime extends Range {
  readonly value: string;
}

/** A text with its gold. **Shape** only times inside `scored` count; `published` is null where the file has none. */
export interface TimedText {
  readonly name: string;
  readonly text: string;
  readonly published: string | null;
  readonly times: readonly GoldTime[];
  readonly scored: Range;
}

/** Reads a MEANTIME folder (the annotation across documents where both are there), TimeML files, or one file. */
export function readTimedTexts(path: string): TimedText[] {
  return filesUnder(path).flatMap((file) => {
    const xml = readFileSync(file, 'utf8');
    const text = xml.includes('<TimeML') ? readTimeMl(file, xml) : readMeantime(file, xml);
    return text ?? [];
  });
}

function filesUnder(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  const across = entries.find((entry) => entry.name === 'intra_cross-doc_annotation');
  if (across !== undefined) return filesUnder(join(path, across.name));
  return entries.flatMap((entry) => {
    if (entry.isDirectory()) return filesUnder(join(path, entry.name));
    return /\.(?:xml|tml)$/.test(entry.name) ? [join(path, entry.name)] : [];
  });
}

/** MEANTIME annotates times in the first six sentences only. */
const LAST_SENTENCE = 5;

/** The text of a MEANTIME file as it was printed, its day, and where each token stands in it. */
export function readMeantimeText(xml: string): {
  text: string;
  published: string | null;
  spans: ReadonlyMap<string, Range>;
  scoredEnd: number;
} {
  const spans = new Map<string, Range>();
  let text = '';
  let sentence = 0;
  let scoredEnd = 0;
  for (const token of xml.matchAll(/<token ([^>]*)>([^<]*)<\/token>/g)) {
    const at = attributes(token[1]!);
    const word = plainText(token[2]!);
    const own = Number(at.get('sentence'));
    // Headline, dateline and body are paragraphs of their own in the source.
    if (own !== sentence) text += own <= 2 ? '\n\n' : ' ';
    else if (text !== '' && !tight(text, word)) text += ' ';
    sentence = own;
    spans.set(at.get('t_id') ?? '', { start: text.length, end: text.length + word.length });
    text += word;
    if (own <= LAST_SENTENCE) scoredEnd = text.length;
  }
  let published: string | null = null;
  for (const [, head] of xml.matchAll(/<TIMEX3 ([^>]*)>/g)) {
    const at = attributes(head!);
    const value = at.get('value') ?? '';
    if (at.get('functionInDocument') === 'CREATION_TIME')
      published = /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;
  }
  return { text, published, spans, scoredEnd };
}

function readMeantime(name: string, xml: string): TimedText | undefined {
  const { text, published, spans, scoredEnd } = readMeantimeText(xml);
  const times: GoldTime[] = [];
  for (const [, head, body] of xml.matchAll(/<TIMEX3 ([^>]*)>([\s\S]*?)<\/TIMEX3>/g)) {
    const at = attributes(head!);
    const value = at.get('value') ?? '';
    if (at.get('functionInDocument') === 'CREATION_TIME') continue;
    const anchors = [...body!.matchAll(/t_id="(\d+)"/g)].flatMap((anchor) => spans.get(anchor[1]!) ?? []);
    const first = anchors[0];
    if (first === undefined) continue;
    times.push({ start: first.start, end: anchors.at(-1)!.end, value });
  }
  if (text === '') return undefined;
  return { name, text, published, times, scored: { start: 0, end: scoredEnd } };
}

/** Whether two tokens stand together in print. */
function tight(text: string, word: string): boolean {
  return /^(?:[,.;:!?%)\]]|['’]\w{0,2}|n['’]t)$/.test(word) || /[($[]$/.test(text);
}

function readTimeMl(name: string, xml: string): TimedText | undefined {
  const created = /<DCT>\s*<TIMEX3 ([^>]*)>/.exec(xml);
  const body = /<TEXT>([\s\S]*?)<\/TEXT>/.exec(xml)?.[1];
  if (body === undefined) return undefined;
  const value = created ? (attributes(created[1]!).get('value') ?? '').slice(0, 10) : '';
  const times: GoldTime[] = [];
  const open: { start: number; value: string }[] = [];
  let text = '';
  for (const piece of body.matchAll(/<(\/?)(\w+)([^>]*)>|[^<]+/g)) {
    const [whole, closing, tag, rest] = piece;
    if (tag === undefined) text += plainText(whole);
    else if (tag === 'TIMEX3' && closing === '') {
      open.push({ start: text.length, value: attributes(rest!).get('value') ?? '' });
    } else if (tag === 'TIMEX3') {
      const from = open.pop();
      if (from !== undefined && text.length > from.start) times.push({ ...from, end: text.length });
    }
  }
  const published = /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;
  return { name, text, published, times, scored: { start: 0, end: text.length } };
}
