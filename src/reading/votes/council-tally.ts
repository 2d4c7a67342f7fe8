import { numberOf, type Tally } from './tally.js';

type Side = 'for' | 'against' | 'abstain';

/** A number or a side, in the order of the text. **Units** characters. */
interface Item {
  readonly start: number;
  readonly end: number;
  readonly side: Side | null;
  readonly count: number | null;
}

const UNIT =
  'zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|none|nobody';
const ITEM = new RegExp(
  [
    `(?<number>\\bnot\\s+(?:one|a\\s+single)\\b|(?<![\\p{L}\\d.,:/-])(?:\\d{1,2}|${UNIT})(?![\\p{L}\\d%/:-]|[.,]\\d)|\\bno(?=\\s+(?:votes?|members?|countr|one|abst|delegat)))`,
    '(?<for>\\bin\\s+favou?r|\\b(?:backed|supported|approved|endorsed)\\b|\\b(?:supporters|backers)\\b|\\bsaid\\s+yes\\b|\\bin\\s+support|\\byes\\b|\\bayes?\\b|\\baffirmative|\\bfor(?=\\s*(?:[,;.)]|$|and\\b|voted\\b|raised\\b))|\\b(?:voted|votes?)\\s+for\\b|\\bvoted(?=\\s+(?:\\d|[a-z]+,))|\\bhands?\\s+(?:go|goes|went)\\s+up(?!\\s+against))',
    '(?<against>\\bagainst\\b(?!\\s+\\p{L}+\\s+(?:noes|nays|opponents))|\\bopponents\\b|\\b(?:negative|opposing|dissenting)\\s+(?:votes?|voices?)\\b|\\b(?:said|saying|voted|voting)\\s+no\\b|\\bdissent(?:ed|s|ing)?\\b|\\bopposed\\b|\\bnoes\\b|\\bnays?\\b|\\bnegative\\b|\\bno\\b)',
    '(?<abstain>\\babst(?:ain(?:ed|ing|s)?|entions?)\\b|\\bsat\\s+(?:it\\s+)?out\\b|\\bsat\\s+on\\s+(?:its|their|the)\\s+(?:hands|fence)\\b|\\bstood\\s+aside\\b|\\bwithh(?:eld|olding)\\s+(?:its|their)\\s+votes?\\b)',
  ].join('|'),
  'giu',
);

/** **Units** characters between a number and its side. */
const BEFORE = 70;
const AFTER = 12;
const AFTER_FAR = 26;

/**
 * The numbers of a sentence that tells of a vote of the Security Council, each with the nearest side: before it ("ten
 * yes, two no"), or behind it ("against were four"). Only what `told` leaves open is filled in, and only where all of it
 * can be a vote of fifteen.
 */
export function withCouncilTally(read: Tally, text: string, offset: number): Tally {
  const sidesFirst = SIDES_FIRST.test(text);
  const told = sidesFirst ? { ...read, for: null, against: null, abstain: null, ranges: [] } : read;
  if (told.for !== null && told.against !== null && told.abstain !== null) return told;
  const all = ALL.exec(text);
  const found: Partial<Record<Side, Item>> = sidesIn(text, sidesFirst);
  const value = (side: Side): number | null => told[side] ?? found[side]?.count ?? null;
  const mind = OF_ONE_MIND.exec(text);
  const unanimous = told.unanimous || all !== null || mind !== null;
  const unopposed = UNOPPOSED.test(text);
  const filled = {
    for: value('for') ?? byVotes(text) ?? (all === null ? null : numberOf(all[1] ?? all[2]!)),
    against: told.against ?? (unopposed ? 0 : (found.against?.count ?? (unanimous ? 0 : null))),
    abstain: value('abstain') ?? (unanimous ? 0 : null),
  };
  const sum = (filled.for ?? 0) + (filled.against ?? 0) + (filled.abstain ?? 0);
  if (sum > MEMBERS) return told;
  const open =
    unopposed && told.against === null && found.against === undefined ? UNOPPOSED.exec(text) : null;
  const ranges = (['for', 'against', 'abstain'] as const).flatMap((side) => {
    const item = told[side] === null ? found[side] : undefined;
    return item === undefined ? [] : [{ start: offset + item.start, end: offset + item.end }];
  });
  return {
    ...filled,
    unanimous,
    ranges: [
      ...told.ranges,
      ...ranges,
      ...(open === null ? [] : [{ start: offset + open.index, end: offset + open.index + open[0].length }]),
    ],
  };
}

const MEMBERS = 15;

const BY_VOTES = new RegExp(`\\bby\\s+(\\d{1,2}|${UNIT})\\s+votes\\b(?!\\s+(?:to|against))`, 'iu');
const PASSED = /\b(?:adopt|pass(?:ed|es)|approv|endors|agreed|carried|backed)/iu;

/** "Adopted by 14 votes": of what was turned down so many were against. */
function byVotes(text: string): number | null {
  const match = PASSED.test(text) ? BY_VOTES.exec(text) : null;
  return match === null ? null : countOf(match[1]!);
}

/** Nobody voted against; some may have abstained. */
const OF_ONE_MIND =
  /\b(?:with\s+one\s+voice|of\s+one\s+mind|every\s+(?:single\s+)?(?:country|envoy|member|delegation|ambassador|hand|state)\b(?!\s+(?:that|which|who|should|must|to))|to\s+a\s+man|so\s+much\s+as\s+an\s+abstention|let\s+alone\s+oppos\w+|(?:no|not\s+a\s+single|not\s+one)\s+(?:dissenting|opposing|negative)\s+or\s+(?:undecided|abstaining))\b/iu;
const UNOPPOSED =
  /\b(?:unopposed|without\s+(?:a\s+)?(?:single\s+)?(?:dissent|opposition|negative\s+vote)|(?:no|not\s+one|not\s+a\s+single)\s+(?:dissent|dissenting|opposing|negative)\b|with\s+one\s+voice|(?:no|not\s+a\s+single|not\s+one)\s+(?:member|country|state|delegation|hand|one)s?\s+(?:\p{L}+\s+){0,2}(?:opposed|objected|objecting|dissented|against))\b/iu;

/** "Voted 9, against 0", "for were 10, against 4": a number belongs to the side before it, whatever follows. */
const SIDES_FIRST = new RegExp(
  `\\b(?:for|favou?r|voted)\\b[^.;]{0,60}(?:\\d|${UNIT})\\b[^.;\\d]{0,20}\\bagainst:?\\s+(?:were\\s+|was\\s+)?(?:\\d|${UNIT})\\b`,
  'iu',
);

/** "With the votes of all fifteen members", "all 15 members backed it". */
const ALL = new RegExp(
  [
    `\\b(?:votes?|support|backing|approval|agreement|consent)\\s+of\\s+(?:all|every\\s+one\\s+of|each\\s+of)\\s+(?:its\\s+|the\\s+)?(\\d{1,2}|${UNIT})\\b`,
    `\\b(?:all|every\\s+one\\s+of|each\\s+of)\\s+(?:of\\s+)?(?:its\\s+|the\\s+)?(\\d{1,2}|${UNIT})\\s+(?!others?\\b|other\\b|remaining\\b)(?:\\p{L}+\\s+){0,2}?(?:members|countries|states|delegations|of\\s+them)?[^.;]{0,60}?(?:in\\s+favou?r|in\\s+agreement|(?:voted|raised\\s+their\\s+hands)[^.;]{0,30}?\\s(?:for|in\\s+favou?r|yes)|\\s(?:backed|backing|supported|supporting|approved|recommended|endorsed|agreed|condemned|adopted|passed|demanded)\\b)`,
  ].join('|'),
  'iu',
);

function sidesIn(text: string, sidesFirst: boolean): Partial<Record<Side, Item>> {
  const items = [...text.matchAll(ITEM)].map((match): Item => {
    const groups = match.groups ?? {};
    const side = (['for', 'against', 'abstain'] as const).find((one) => groups[one] !== undefined) ?? null;
    const range = { start: match.index, end: match.index + match[0].length };
    return { ...range, side, count: side === null ? countOf(groups.number ?? '') : null };
  });
  const found: Partial<Record<Side, Item>> = {};
  const used = new Set<Item>();
  const pass = (step: 1 | -1, most: number): void => {
    for (const [index, item] of items.entries()) {
      const { side } = item;
      const number = items[index + step];
      if (side === null || found[side] !== undefined || isOfSome(text, item.start)) continue;
      if (number === undefined || number.side !== null || number.count === null || used.has(number)) continue;
      const between = step < 0 ? text.slice(number.end, item.start) : text.slice(item.end, number.start);
      // A name between them is whoever is meant: "by 14 votes and with China abstaining".
      if (between.length > most || /[.!?;:]/.test(between) || /\b(?:with|while|as)\s+\p{Lu}/u.test(between))
        continue;
      if (NOT_COUNTED.test(text.slice(number.end)) || NEEDED.test(text.slice(0, number.start))) continue;
      found[side] = number;
      used.add(number);
    }
  };
  if (sidesFirst) pass(1, AFTER_FAR);
  pass(-1, BEFORE);
  pass(1, AFTER);
  return found;
}

/** "Ten days after the vote in favour": what is counted is something else. */
const NOT_COUNTED =
  /^[\s-]*(?:days?|weeks?|months?|years?|hours?|minutes?|times?|drafts?|resolutions?|texts?|vetoe?s?|points?|paragraphs?|million|percent|per\s+cent|soldiers|people|killed|permanent|elected|African|Arab|Asian|European|Western|Latin|Nordic|Caribbean|Muslim|Islamic)\b/iu;

/** "Among those in favour were two elected members": some of them are counted, not all. */
function isOfSome(text: string, side: number): boolean {
  return /\b(?:among|of|including)\s+(?:those|them|the\s+\w+)\s*$/iu.test(
    text.slice(Math.max(0, side - 24), side),
  );
}

/** "A draft needs nine votes", "short of the nine". */
const NEEDED =
  /\b(?:need\w*|requir\w*|minimum(?:\s+of)?|at\s+least|threshold(?:\s+of)?|short\s+of)\s+(?:the\s+|a\s+minimum\s+of\s+|at\s+least\s+)?$/iu;

function countOf(word: string): number | null {
  const count = /^(?:none|nobody|no|not\s+.*)$/i.test(word) ? 0 : numberOf(word);
  return count !== null && count <= MEMBERS ? count : null;
}
