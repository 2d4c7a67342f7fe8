import type { Range } from '../../document/span.js';

/** Votes counted; null where the text gives no number. `ranges` are the characters that give them. */
export interface Tally {
  readonly for: number | null;
  readonly against: number | null;
  readonly abstain: number | null;
  readonly unanimous: boolean;
  readonly ranges: readonly Range[];
}

type Side = 'for' | 'against' | 'abstain';

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const WORD = `(?:(?:${TENS.join('|')})(?:-(?:${UNITS.slice(1, 10).join('|')}))?|${UNITS.join('|')})`;
const NUMBER = `(?:\\d{1,3}(?:,\\d{3})*|${WORD})`;
const NONE = '(?:none|nil|no\\s+one|nobody|no(?!\\s+other)|a\\s+single|an?\\s+(?:lone|sole))';

const VOTERS =
  'countries|country|members?|states?|nations?|delegations?|governments?|lawmakers?|deputies|deputy|legislators?|senators?|MPs?|MEPs?|parliamentarians?|representatives?|councillors?|ministers?|others?|votes?|ballots?';
const OF_ALL = `(?:\\s+(?:out\\s+)?of\\s+(?:the\\s+|its\\s+)?(?:[\\p{L}'’]+\\s+){0,3}?${NUMBER}(?:[\\s-]+\\p{L}+){1,2})?`;

/**
 * "ten countries voted in favour", "two against", "with no abstentions", "the other five members abstained".
 * Without a form of "vote" before them, "for", "yes" and "no" would mean anything.
 */
const SIDED = new RegExp(
  `(?<![\\p{L}\\d.,$€£-])(${NUMBER}|${NONE})${OF_ALL}(?:\\s+(?:\\p{L}+\\s+){0,2}(?:${VOTERS})(?:\\s+all)?(?:\\s+of\\s+the\\s+(?:[\\p{L}.]+\\s+){0,3}(?:council|assembly))?(?:,[^,.;]{1,60},)?)?,?` +
    `(?:\\s+(?:who|which))?(?:\\s+(?:were|was|had|have|being))?(?:\\s+cast(?:ing)?)?` +
    `(?:\\s+(?:in\\s+(favou?r|support)|(against(?!\\s+(?:${NUMBER}|none|nil)(?![\\p{L}\\d])(?!\\s+abst))|opposed|opposing|dissenting)|(abstain(?:ed|ing|s)|abstentions?))|` +
    `\\s+(?:voted|voting|votes?)\\s+(?:(in\\s+favou?r|in\\s+support|for|["“']?yes\\b)|(against(?!\\s+(?:${NUMBER}|none|nil)(?![\\p{L}\\d])(?!\\s+abst))|["“']?no\\b)))`,
  'giu',
);

/** "10-2-3", "230-to-198", "ten to two", "13 votes to none". */
const SCORE = new RegExp(
  `(?<![\\p{L}\\d./:–—-])(${NUMBER})(?:\\s?[-–—]\\s?|-to-|\\s+to\\s+|\\s+votes\\s+(?:to|against)\\s+|\\s*:\\s*(?!\\d\\d(?!\\d)))(${NUMBER}|none|nil|nothing)` +
    `(?:(?:\\s?[-–—]\\s?|-to-|\\s+to\\s+)(${NUMBER}))?(?![\\p{L}\\d/%–—-])`,
  'giu',
);
const SCORE_BEFORE =
  /(?:vot(?:e|es|ed|ing)|margin|tally|count|passe[sd]|adopt\w*|approv\w*|endors\w*|reject\w*|defeat\w*|fail\w*|back\w*|pass)\b[^.;:]{0,70}$|\(\s*$|\b(?:vot\w+|Council|unanimous)\b[^.;:]{0,100}[:,–—]\s*(?:by\s+)?$/iu;
const SCORE_AFTER =
  /^\s*(?:vote\b|[:,–—]\s*(?:that|this|such)\s+was\s+the\s+(?:count|vote|tally|result|score)|,?\s*the\s+(?:Security\s+)?Council\b|in\s+favou?r|majority|with\s+\S+\s+abst|,?\s+with\s+\S+\s+abst)/iu;
const NO_SCORE_BEFORE =
  /(?:\bfrom|\bbetween|[$€£]|\barticles?|\bresolutions?|\bpages?|\baged?|\bof\s+the|\bat\s+least)\s*$/iu;
const NO_SCORE_AFTER =
  /^[\s-]*(?:per\s*cent|%|years?|months?|weeks?|days?|hours?|minutes?|million|billion|km|miles?|points?|times|people|dollars|euros|[ap]\.m)/iu;

/** "all 14 other members of the council backed the text", "won the support of 11 members". */
const BACKED = new RegExp(
  `(?<![\\p{L}\\d.,$€£-])(${NUMBER})(?:\\s+other)?\\s+(?:of\\s+the\\s+(?:\\p{L}+['’]s\\s+)?)?(?:${NUMBER}\\s+)?(?:council\\s+)?(?:members?|countries|states|nations|delegations)(?:\\s+of\\s+the\\s+(?:\\p{L}+\\s+){0,2}council)?\\s+(?:backed|supported|endorsed)\\b`,
  'giu',
);
const SUPPORT = new RegExp(
  `\\b(?:support|backing)\\s+of\\s+(?:only\\s+|just\\s+|all\\s+)?(${NUMBER})\\s+(?:of\\s+(?:the|its)\\s+\\S+\\s+)?(?:members?|countries|states|nations)\\b`,
  'giu',
);

/** "won eight votes", "received the support of 14 members". */
const WON = new RegExp(
  `\\b(?:won|w(?:i|o)ns?|got|gained|garnered|received|gathered|secured|earn(?:ed|s)|muster(?:ed|s|ing)|drew|attract(?:ed|s|ing)|collect(?:ed|s|ing)|with)\\s+(?:only\\s+|just\\s+|a\\s+bare\\s+)?(${NUMBER})\\s+(?:yes\\s+|affirmative\\s+)?votes?\\b(?!\\s+(?:against|to\\b))`,
  'giu',
);
const NEEDED_BEFORE =
  /(?:need\w*|requir\w*|minimum|at\s+least|threshold|necessary|short\s+of)[^,.;]{0,24}$/iu;
const NEEDED_AFTER =
  /^\s*(?:votes?\s+)?(?:\S+\s+)?(?:needed|required|necessary)|^[^.;]{0,80}\b(?:is|are|were|was)\s+(?:needed|required|necessary)/iu;

/** No body that votes has more members; higher numbers count voters. */
const LARGEST = 3_000;

/** Reads how many voted which way out of a stretch of text. **Units** ranges count from `offset`. */
export function readTally(text: string, offset = 0): Tally {
  const found: Record<Side, number | null> = { for: null, against: null, abstain: null };
  const ranges: Range[] = [];
  const keep = (side: Side, count: number | null, match: RegExpMatchArray): void => {
    if (count === null || count > LARGEST || found[side] !== null) return;
    found[side] = count;
    ranges.push({ start: offset + match.index!, end: offset + match.index! + match[0].length });
  };
  for (const match of text.matchAll(SIDED)) {
    if (isNeeded(text, match)) continue;
    const side: Side = (match[2] ?? match[5]) ? 'for' : (match[3] ?? match[6]) ? 'against' : 'abstain';
    // "Not one of the members opposed it."
    const isNone = /\bnot\s+$/iu.test(text.slice(0, match.index)) && /^one$/i.test(match[1]!);
    keep(side, isNone ? 0 : numberOf(match[1]!), match);
  }
  for (const match of text.matchAll(SCORE)) {
    if (!isScore(text, match)) continue;
    keep('for', numberOf(match[1]!), match);
    keep('against', numberOf(match[2]!), match);
    if (match[3] !== undefined) keep('abstain', numberOf(match[3]), match);
  }
  for (const pattern of [WON, BACKED, SUPPORT]) {
    for (const match of text.matchAll(pattern)) {
      if (!isNeeded(text, match)) keep('for', numberOf(match[1]!), match);
    }
  }
  const unanimous = /\bunanimous(?:ly)?\b/iu.exec(text);
  if (
    unanimous !== null &&
    !/\b(?:not|nearly|almost|near-?|anything\s+but|far\s+from|less\s+than|short\s+of)\s*$/iu.test(
      text.slice(0, unanimous.index),
    )
  ) {
    ranges.push({ start: offset + unanimous.index, end: offset + unanimous.index + unanimous[0].length });
    return { for: found.for, against: 0, abstain: 0, unanimous: true, ranges };
  }
  return { ...found, unanimous: false, ranges };
}

/** The number that a numeral or number word names, null where it names none. */
export function numberOf(text: string): number | null {
  const word = text.toLowerCase().replaceAll(/\s+/g, ' ');
  if (/^\d/.test(word)) return Number(word.replaceAll(',', ''));
  if (/^(?:none|nil|nothing|no one|nobody|no)$/.test(word)) return 0;
  if (/^(?:a single|an? (?:lone|sole))$/.test(word)) return 1;
  const unit = UNITS.indexOf(word);
  if (unit >= 0) return unit;
  const [tens, rest] = word.split('-');
  const ten = TENS.indexOf(tens!);
  if (ten < 0) return null;
  return (ten + 2) * 10 + (rest === undefined ? 0 : UNITS.indexOf(rest));
}

function isNeeded(text: string, match: RegExpMatchArray): boolean {
  return (
    NEEDED_BEFORE.test(text.slice(Math.max(0, match.index! - 50), match.index)) ||
    (NEEDED_AFTER.test(text.slice(match.index! + match[0].length, match.index! + match[0].length + 100)) &&
      !/^[^.;]{0,60}\bshort\s+of\b/iu.test(text.slice(match.index! + match[0].length)))
  );
}

function isScore(text: string, match: RegExpMatchArray): boolean {
  const before = text.slice(Math.max(0, match.index! - 100), match.index);
  const after = text.slice(match.index! + match[0].length, match.index! + match[0].length + 30);
  if (NO_SCORE_BEFORE.test(before) || NO_SCORE_AFTER.test(after)) return false;
  return SCORE_BEFORE.test(before) || SCORE_AFTER.test(after);
}
