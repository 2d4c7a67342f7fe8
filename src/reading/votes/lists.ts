import type { Document, Sentence } from '../../document/document.js';
import type { Registry } from '../../registry/registry.js';
import type { Cast } from '../cast.js';
import { namedAt } from './setting.js';
import { countriesOf, type Voter } from './voters.js';

/**
 * Lists of countries beside a word, read off the line of words.
 *
 * The sentences that tell of votes are full of lists, asides and verbs that look like nouns ("China, India and the
 * UAE abstained"), where a parser is at its weakest; which countries stand right before or after the word is plain.
 */
export interface Lists {
  /** The list that ends right before a token, adverbs, auxiliaries and days between left out. */
  readonly before: (token: number) => Voter[];
  /** The list that begins right at a token. */
  readonly from: (token: number) => Voter[];
}

const PASSED_OVER = new Set(
  "has have had was were is are be been also both all each again then both reportedly later only did ' ’".split(
    ' ',
  ),
);
const LINKS = new Set([',', 'and', 'or', '&', 'the', 'its', 'ally', 'allies', 'plus', 'both']);

export function readLists(doc: Document, cast: Cast, registry: Registry, sentence: Sentence): Lists {
  const byEnd = new Map<number, Named>();
  const byStart = new Map<number, Named>();
  const keep = (named: Named): void => {
    if (isLonger(named, byEnd.get(named.to))) byEnd.set(named.to, named);
    if (isLonger(named, byStart.get(named.from))) byStart.set(named.from, named);
  };
  for (const mention of cast.mentions) {
    if (mention.head < sentence.from || mention.head >= sentence.to) continue;
    const [country] = countriesOf(mention, registry);
    if (mention.actors.length !== 1 || country === undefined) continue;
    keep({
      from: mention.from,
      to: mention.to,
      voter: { country: mention.actors[0]!.country!, token: mention.head },
    });
  }
  // "The only abstention came from London": beside a ballot a capital votes, though it else is but a place.
  for (let token = sentence.from; token < sentence.to; token++) {
    if (cast.at(token) !== undefined) continue;
    const [country, ...others] = namedAt(doc, registry, token);
    if (country !== undefined && others.length === 0 && /^\p{Lu}/u.test(doc.tokens[token]!.text))
      keep({ from: token, to: token + 1, voter: { country, token } });
  }
  const voter = ({ voter }: Named): Voter => voter;
  const word = (token: number): string => doc.tokens[token]!.text.toLowerCase();
  // "As" links only in "as well as"; by itself it begins a clause.
  const isLink = (token: number): boolean =>
    LINKS.has(word(token)) || (/^(?:as|well)$/.test(word(token)) && isAsWellAs(doc, token));
  const isJoined = (found: readonly Voter[]): boolean => {
    for (let token = found[0]!.token; token < found.at(-1)!.token; token++)
      if (/^(?:and|or|&|as|plus|nor)$/.test(word(token))) return true;
    return false;
  };
  return {
    before: (token) => {
      let end = token;
      while (end > sentence.from && !byEnd.has(end) && isPassedOver(doc, end - 1)) end--;
      // "One, Guyana, abstained", "three, among them Guyana, abstained": an aside between commas.
      const isAside = !byEnd.has(end) && end > sentence.from && word(end - 1) === ',' && byEnd.has(end - 1);
      if (isAside) end--;
      const found: Voter[] = [];
      for (let mention = byEnd.get(end); mention !== undefined; mention = byEnd.get(end)) {
        found.unshift(voter(mention));
        end = mention.from;
        while (end > sentence.from && !byEnd.has(end) && isLink(end - 1)) end--;
      }
      // "After displacing Taipei, the Peking government …": a comma alone makes no list, but in a headline.
      if (found.length > 1 && sentence.kind !== 'headline' && !isJoined(found))
        return isAside ? found.slice(0, 1) : found.slice(-1);
      if (isAside && !/^(?:,|including|them)$/.test(word(Math.max(sentence.from, found[0]!.token - 1)))) {
        return word(end) === ',' ? found : [];
      }
      return found;
    },
    from: (token) => {
      const found: Voter[] = [];
      let start = token;
      while (start < sentence.to && !byStart.has(start) && isLink(start)) start++;
      for (let mention = byStart.get(start); mention !== undefined; mention = byStart.get(start)) {
        found.push(voter(mention));
        start = mention.to;
        while (start < sentence.to && !byStart.has(start) && isLink(start)) start++;
      }
      return found;
    },
  };
}

function isAsWellAs(doc: Document, token: number): boolean {
  for (let at = token - 2; at <= token; at++) {
    const words = [0, 1, 2].map((step) => doc.tokens[at + step]?.text.toLowerCase());
    if (words.join(' ') === 'as well as') return true;
  }
  return false;
}

/** A stretch of words that names one who may vote. */
interface Named {
  readonly from: number;
  readonly to: number;
  readonly voter: Voter;
}

function isLonger(mention: Named, than: Named | undefined): boolean {
  return than === undefined || mention.to - mention.from > than.to - than.from;
}

function isPassedOver(doc: Document, token: number): boolean {
  const word = doc.tokens[token]!.text.toLowerCase();
  if (PASSED_OVER.has(word) || doc.upos[token] === 'ADV') return true;
  if (word === 'on' && isTime(doc, token + 1)) return true;
  return isTime(doc, token);
}

function isTime(doc: Document, token: number): boolean {
  return doc.times.some((time) => time.from <= token && token < time.to);
}
