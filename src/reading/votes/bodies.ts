import type { Sentence, Tagged } from '../../document/document.js';
import type { TokenRange } from '../../document/span.js';

/** A body that votes. `council` is the UN Security Council, whose votes the record holds. */
export interface Body {
  readonly name: string;
  readonly kind: 'council' | 'assembly' | 'other';
}

export interface BodyMention extends TokenRange {
  readonly body: Body;
  /** Stands for a body named elsewhere: "the Council", "the chamber". */
  readonly short: boolean;
}

export const SECURITY_COUNCIL: Body = { name: 'UN Security Council', kind: 'council' };
const GENERAL_ASSEMBLY: Body = { name: 'UN General Assembly', kind: 'assembly' };

/** Bodies whose name says which one they are. */
const NAMED = new Map<string, Body>([
  ['security council', SECURITY_COUNCIL],
  ['unsc', SECURITY_COUNCIL],
  ['general assembly', GENERAL_ASSEMBLY],
  ['unga', GENERAL_ASSEMBLY],
  ...[
    'UN Human Rights Council',
    'UN Economic and Social Council',
    'European Parliament',
    'European Council',
    'North Atlantic Council',
    'Arab League Council',
    'African Union Peace and Security Council',
    'UN Human Rights Committee',
  ].map((name): [string, Body] => [name.toLowerCase().replace(/^un /, ''), { name, kind: 'other' }]),
]);

/** What parliaments and other voting bodies are called; the words before and after say whose it is. */
const GENERIC = new Set([
  ...'parliament congress senate knesset duma bundestag bundesrat sejm riksdag rada storting folketing cortes dail'.split(
    ' ',
  ),
  ...'legislature majlis cabinet'.split(' '),
  ...[
    'upper chamber',
    'lower chamber',
    'state duma',
    'federation council',
    'verkhovna rada',
    'national assembly',
    'lower house',
    'upper house',
  ],
  ...['legislative yuan', 'chamber of deputies', 'lok sabha', 'rajya sabha', 'legislative council'],
  ...['house of representatives', 'house of commons', 'house of lords', "people's congress", 'loya jirga'],
  ...[
    'legislative assembly',
    'constituent assembly',
    'federal assembly',
    'council of ministers',
    'city council',
  ],
  ...['reform council', 'national council', 'executive council', 'executive board', 'board of governors'],
]);

/** Those who make up such a body. */
const VOTERS = new Set([
  'lawmakers',
  'mps',
  'meps',
  'senators',
  'deputies',
  'legislators',
  'parliamentarians',
]);

/** "EU countries": the union itself is a voter elsewhere. */
const UNION = new Set(['eu', 'european union']);
const UNION_VOTERS = /^(?:countries|states|members|governments|ministers|leaders|ambassadors|nations)$/;

/** Short names, only good where the full one stands elsewhere in the report. */
const SHORT = new Map<string, RegExp>([
  ['council', /Council$/],
  ['assembly', /Assembly$/],
  ['chamber', /(?:House|Senate|Parliament|parliament|Chamber|Assembly)/],
  ['house', /House/],
]);

const LONGEST = 4;

/** Voting bodies that a sentence names, in text order. */
export function findBodies(doc: Tagged, sentence: Sentence): BodyMention[] {
  const found: BodyMention[] = [];
  const words: string[] = [];
  for (let token = sentence.from; token < sentence.to; token++) {
    words.push(doc.tokens[token]!.text.toLowerCase().replace('’', "'"));
  }
  for (let at = 0; at < words.length; at++) {
    const mention = longestAt(doc, sentence, words, at);
    if (mention === undefined) continue;
    found.push(mention);
    at = Math.max(at, mention.to - sentence.from - 1);
  }
  return found;
}

function longestAt(
  doc: Tagged,
  sentence: Sentence,
  words: readonly string[],
  at: number,
): BodyMention | undefined {
  for (let length = Math.min(LONGEST, words.length - at); length > 0; length--) {
    const name = words
      .slice(at, at + length)
      .join(' ')
      .replaceAll(" 's", "'s");
    const from = sentence.from + at;
    const to = from + length;
    const named = NAMED.get(name);
    if (named !== undefined) {
      return { body: named, from: withOwner(doc, sentence, from), to, short: false };
    }
    if (UNION.has(name) && UNION_VOTERS.test(words[at + length] ?? '')) {
      return { body: { name: 'European Union', kind: 'other' }, from, to: to + 1, short: false };
    }
    if (GENERIC.has(name) || VOTERS.has(name)) {
      const range = { from: withOwner(doc, sentence, from), to: withCountry(doc, sentence, to) };
      const text = doc.report.text.slice(doc.tokens[range.from]!.start, doc.tokens[range.to - 1]!.end);
      const bare = range.from === from && range.to === to;
      return { body: { name: capitalise(text), kind: 'other' }, ...range, short: bare };
    }
  }
  return shortAt(doc, sentence, words, at);
}

/** "the Council", "council members": a body that was named before. */
function shortAt(
  doc: Tagged,
  sentence: Sentence,
  words: readonly string[],
  at: number,
): BodyMention | undefined {
  const word = words[at]!;
  if (!SHORT.has(word)) return undefined;
  const from = sentence.from + at;
  const owner = withOwner(doc, sentence, from);
  const name = doc.report.text.slice(doc.tokens[owner]!.start, doc.tokens[from]!.end);
  return {
    body: { name: capitalise(name), kind: 'other' },
    from: owner,
    to: from + 1,
    short: owner === from,
  };
}

/** The body that a short name stands for among those named in the report, nearest before it first. */
export function resolveShort(mention: BodyMention, named: readonly BodyMention[]): Body | undefined {
  const last = mention.body.name.split(' ').at(-1)!.toLowerCase();
  const pattern = SHORT.get(last) ?? new RegExp(`${last}$`, 'i');
  const fits = named.filter(({ body }) =>
    VOTERS.has(last) ? body.kind === 'other' : pattern.test(body.name),
  );
  return (fits.filter((one) => one.from < mention.from).at(-1) ?? fits[0])?.body;
}

/** Back over the words that say whose body it is: "Guatemala's", "the Iraqi", "US". */
function withOwner(doc: Tagged, sentence: Sentence, from: number): number {
  let start = from;
  while (start > sentence.from) {
    const before = start - 1;
    const text = doc.tokens[before]!.text;
    const isMark = /^['’]s?$/.test(text) && before > sentence.from && isName(doc, before - 1);
    if (!isMark && !isName(doc, before)) break;
    start = before;
  }
  return start;
}

/** Forward over "of Portugal", "of the Republic of Korea". */
function withCountry(doc: Tagged, sentence: Sentence, to: number): number {
  let end = to;
  while (end + 1 < sentence.to && doc.tokens[end]!.text === 'of') {
    let next = end + 1;
    if (doc.tokens[next]!.text === 'the') next++;
    if (next >= sentence.to || !isName(doc, next)) break;
    while (next < sentence.to && isName(doc, next)) next++;
    if (next < sentence.to && GENERIC.has(doc.tokens[next]!.text.toLowerCase())) next++;
    end = next;
  }
  return end;
}

/** Any capitalised word within a sentence is part of a name; at its head only what the tagger takes for one. */
function isName(doc: Tagged, token: number): boolean {
  const { text, sentence } = doc.tokens[token]!;
  if (!/^\p{Lu}/u.test(text) || /^(?:The|A|An)$/.test(text)) return false;
  const first = doc.sentences[sentence]!.from === token;
  return first ? /^(?:PROPN|ADJ)$/.test(doc.upos[token]!) || text === 'United' : doc.upos[token] !== 'ADP';
}

function capitalise(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll(/\s+/g, ' ');
}
