import { stemmer } from 'stemmer';
import { loadCountries } from '../../registry/countries.js';
import { foldName } from '../../registry/gazetteer/fold.js';

/** What a word of a report is known again by, whatever it is replaced with; null for words that say nothing. */
export interface WordKeys {
  /**
   * The keys of a sentence's words, in their order, a key a word that counts.
   *
   * **Units** numbers of 16 bits, hashes of what the word is taken for.
   */
  of(words: readonly string[]): Key[];
}

export interface Key {
  readonly key: number;
  /** The word's place in the sentence. */
  readonly at: number;
}

/**
 * Makes words that spinners exchange one: a country's names and its people's ("Russian Federation", "Russian"), words
 * of one stem, figures and number words, words that news uses for each other. Dates are left out, for every copy
 * may count them anew, and so are words of grammar.
 */
export function makeWordKeys(): WordKeys {
  const { single, long } = countryNames();
  const known = new Map<string, number>();
  const keyOf = (word: string): number => {
    const old = known.get(word);
    if (old !== undefined) return old;
    const made = NOISE.has(word)
      ? 0
      : hash16(CLASS_OF.get(word) ?? CLASS_OF.get(stemmer(word)) ?? stemmer(word));
    if (known.size < MOST_KNOWN) known.set(word, made);
    return made;
  };
  return {
    of(words) {
      const folded = words.map((word) => (PLAIN.test(word) ? word.toLowerCase() : foldName(word)));
      const keys: Key[] = [];
      for (let at = 0; at < folded.length; at++) {
        const word = folded[at]!;
        const rest = long
          .get(word)
          ?.find((name) => name.rest.every((part, index) => folded[at + 1 + index] === part));
        const country = rest?.code ?? single.get(word);
        if (country !== undefined) {
          keys.push({ key: hash16(country), at });
          at += rest?.rest.length ?? 0;
          continue;
        }
        if (!WRITTEN.test(word) || isOfDate(folded, at)) continue;
        const key = keyOf(NUMBERS.get(word) ?? word.replaceAll(/(?<=\d)[,.](?=\d{3}\b)/g, ''));
        if (key !== 0) keys.push({ key, at });
      }
      return keys;
    },
  };
}

/** Words kept with their keys: a language's common ones many times over, with room for a stream of names. */
const MOST_KNOWN = 100_000;

const PLAIN = /^[A-Za-z]+$/;
const WRITTEN = /[\p{L}\p{N}]/u;

interface LongName {
  readonly rest: readonly string[];
  readonly code: string;
}

/** Names and demonyms of countries: those of one word, and by their first word those of more, the longest first. */
function countryNames(): {
  single: ReadonlyMap<string, string>;
  long: ReadonlyMap<string, readonly LongName[]>;
} {
  const single = new Map<string, string>();
  const long = new Map<string, LongName[]>();
  for (const { code, name, aliases, demonyms } of loadCountries().values()) {
    for (const spelling of [name, ...aliases, ...demonyms]) {
      const [first, ...rest] = foldName(spelling).split(' ');
      if (first === undefined || first === '') continue;
      if (rest.length > 0) long.set(first, [...(long.get(first) ?? []), { rest, code }]);
      else if (!single.has(first) && !AMBIGUOUS.has(first)) single.set(first, code);
    }
  }
  for (const names of long.values()) names.sort((a, b) => b.rest.length - a.rest.length);
  return { single, long };
}

/** Short forms of countries that are words of grammar in lower case: "us", "it". */
const AMBIGUOUS = new Set(['us', 'it', 'in', 'is', 'be', 'no', 'so', 'am', 'as', 'at']);

const MONTHS = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);
const DAYS = new Set(
  'monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight morning afternoon evening night'.split(
    ' ',
  ),
);
const NEAR_DAY =
  /^(?:\d{1,2}(?:st|nd|rd|th)?|(?:19|20)\d\d|of|the|\d{1,2}[:.]\d\d|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})$/;

/** Whether a word is part of a date: a day or month by name, and the figures beside one; a year; a date in figures. */
function isOfDate(words: readonly string[], at: number): boolean {
  const word = words[at]!;
  if (DAYS.has(word) || /^(?:19|20)\d\d$/.test(word) || /^\d{4}-\d\d-\d\d$/.test(word)) return true;
  if (/^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$/.test(word)) return true;
  if (MONTHS.has(word))
    return word !== 'may' || NEAR_DAY.test(words[at - 1] ?? '') || NEAR_DAY.test(words[at + 1] ?? '');
  if (!/^\d{1,2}(?:st|nd|rd|th)?$/.test(word)) return false;
  for (let near = at - 2; near <= at + 2; near++) if (MONTHS.has(words[near] ?? '')) return true;
  return false;
}

const NUMBERS: ReadonlyMap<string, string> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, String(value)]),
);

/** Words of grammar, and what every report says: they tell no sentence from another. */
const NOISE: ReadonlySet<string> = new Set(
  `a about above according across after again against ago all along also although am among an and another any are around
  as at away back be because been before behind being below between both but by can cannot could did do does doing done
  down during each either else ever every few for from further get had has have having he her here hers herself him
  himself his how however i if in into is it its itself just last late later least less like made make many may me
  meanwhile might more moreover most much must my near neither next no nor not now of off on once one only onto or other
  others our out over own per rather s same she should since so some still such t than that the their them themselves
  then there therefore these they this those though through thus to too toward towards under until up upon us very via
  was we well were what when where whether which while who whom whose why will with within without would yet you your
  mr mrs ms dr re ve ll d m reuters afp ap newsroom editing reporting`.split(/\s+/),
);

/**
 * Words that news uses for each other, a class a line. Only what can stand for each other in most sentences; the stems
 * of each are taken too.
 */
const CLASSES = `
say state announce declare tell note add remark comment mention stress assert claim report explain
official authority representative
kill slay murder die dead death fatality perish
injure wound hurt casualty
attack assault strike raid offensive
soldier troop serviceman military army
meet meeting talk discussion negotiation conversation dialogue
agree accord agreement deal pact treaty
help aid assist assistance support back backing
begin start commence launch open
end finish conclude stop halt cease
leader chief head boss
government administration cabinet
big large huge major great massive
small little minor
show demonstrate reveal indicate display
protest demonstration rally march
police cop constable
arrest detain apprehend custody
ask request urge call demand appeal
condemn denounce criticise criticize blast slam
deny reject refuse dismiss
country nation state
people person citizen resident inhabitant
city town
area region district zone territory
war conflict fighting combat
election vote poll ballot
law legislation bill
plan scheme proposal project program programme
money fund cash funding
price cost
increase rise grow raise growth
decrease fall decline drop reduce cut reduction
important significant crucial vital key
hard difficult tough
quick fast rapid swift
buy purchase acquire acquisition
company firm corporation business enterprise
job work employment
worker employee staff
child kid
woman female
man male
car vehicle automobile
plane aircraft airplane jet
blast explosion bombing
fire blaze
flood flooding
victim casualty
hospital clinic
court tribunal
judge justice
accuse blame allege
suspect suspected
seek pursue
hold keep retain
send dispatch
give provide supply deliver offer
receive obtain get
use employ utilise utilize
build construct construction
destroy demolish wreck destruction
return come
leave depart departure
visit trip
arrive arrival
join enter
lead head
follow pursue
expect anticipate
believe think consider
happen occur
need require
want wish desire
allow permit enable
prevent block bar
ban prohibit prohibition
warn caution
threaten threat menace
fear worry concern
hope aspire
fight battle clash
win victory triumph
lose defeat loss
`;

const CLASS_OF: ReadonlyMap<string, string> = new Map(
  CLASSES.trim()
    .split('\n')
    .toReversed()
    .flatMap((line, index) =>
      line.split(' ').flatMap((word): [string, string][] => [
        [word, `#${index}`],
        [stemmer(word), `#${index}`],
      ]),
    ),
);

/** **Source** FNV-1a, Fowler, Noll, Vo 1991, folded to 16 bits; never 0. */
function hash16(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return ((hash >>> 16) ^ hash) & 0xffff || 1;
}
