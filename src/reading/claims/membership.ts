import type { Document, Sentence } from '../../document/document.js';
import { baseRelation, childBy, childrenBy } from '../../document/tree.js';
import { namedAt } from '../votes/setting.js';
import { conjoined, doersOf, votersAt } from '../votes/voters.js';
import { membersEvidence, nameAll } from './evidence.js';
import type { FoundClaim, Material } from './found-claim.js';
import { yearsOf } from './time-of-claim.js';

type Seat = 'permanent' | 'elected' | 'any';

/** Somebody said to sit on the Council, or not to. */
interface Seated {
  readonly seat: Seat;
  readonly countries: readonly string[];
  readonly denied: boolean;
}

const PERMANENT = /^(?:permanent|veto-wielding|veto-holding)$/i;
const ELECTED = /^(?:non-?permanent|elected|rotating|temporary)$/i;
const ABOUT_COUNCIL = /\b(?:Security\s+Council|[Cc]ouncil|SC|veto)\b/u;
const NEGATED = /\b(?:not|never|no\s+longer|n['’]t|neither|nor|without)\b/iu;

/** "Bolivia, a non-permanent member of the Council": who sits on it, in which kind of seat, at the time told. */
export function checkMembership(material: Material): FoundClaim[] {
  const { doc, registry, maybe } = material;
  if (!maybe) return [];
  return doc.sentences.flatMap((sentence) =>
    seatedIn(material, sentence).flatMap((seated) => {
      const years = yearsOf(material, sentence).filter((year) => registry.council.members(year).length > 0);
      return years.length === 0 ? [] : [check(material, sentence, seated, years)];
    }),
  );
}

function check(
  { doc, registry }: Material,
  sentence: Sentence,
  { seat, countries, denied }: Seated,
  years: readonly number[],
): FoundClaim {
  const { council } = registry;
  const sits = (country: string, year: number): boolean => {
    const isPermanent = council.permanent(year).includes(country);
    if (seat === 'permanent') return isPermanent;
    return council.members(year).includes(country) && (seat === 'any' || !isPermanent);
  };
  const text = doc.report.text.slice(sentence.start, sentence.end);
  const fits = years.filter((year) => countries.every((country) => sits(country, year) !== denied));
  // Of several years some may be of something else, unless they are told in one breath: "in 2011 and 2012".
  const verdict =
    fits.length === years.length
      ? 'supported'
      : fits.length === 0 || ONE_BREATH.test(text)
        ? 'contradicted'
        : 'unverifiable';
  const facts = years.map((year) => {
    const each = countries.map((country) => {
      const name = nameAll(registry, [country]);
      if (council.permanent(year).includes(country)) return `${name} was a permanent member`;
      return council.members(year).includes(country)
        ? `${name} was an elected member`
        : `${name} was no member`;
    });
    return `On the Security Council of ${year}: ${each.join('; ')}.`;
  });
  return {
    kind: 'membership',
    start: sentence.start,
    end: sentence.end,
    verdict,
    because: facts.join(' '),
    evidence: years.map((year) => membersEvidence(council, year)),
  };
}

const ONE_BREATH = /\b(?:19|20)\d\d\s*(?:and|to|until|till|through|[-–—/])\s*(?:(?:19|20)\d\d|\d\d)\b/u;

function seatedIn(material: Material, sentence: Sentence): Seated[] {
  const { doc } = material;
  const text = doc.report.text.slice(sentence.start, sentence.end);
  if (!ABOUT_COUNCIL.test(text) && !SEAT.test(text) && !material.council) return [];
  const found: Seated[] = [];
  for (let token = sentence.from; token < sentence.to; token++) {
    const one = asMember(material, sentence, token) ?? onCouncil(material, sentence, token);
    if (one !== undefined && one.countries.length > 0) found.push(one);
  }
  const beside = found.length === 0 ? besidePhrase(material, sentence) : undefined;
  return beside === undefined ? found : [beside];
}

/** "Bolivia, an elected member", "Yugoslavia, a member that year", "Syria is not a member of the Council". */
function asMember(material: Material, sentence: Sentence, token: number): Seated | undefined {
  const { doc } = material;
  if (doc.lemmas[token] !== 'member') return undefined;
  const told = seatOf(doc, sentence, token);
  const seat = told ?? (isOfCouncil(doc, sentence, token) ? 'any' : undefined);
  if (seat === undefined) return undefined;
  const text = doc.report.text.slice(sentence.start, sentence.end);
  if (
    told === 'permanent' &&
    !ABOUT_COUNCIL.test(text) &&
    !/\bsecurity\s+body\b|\byear\b|\bthen\b/iu.test(text)
  )
    return undefined;
  // "Was one of its elected members".
  const head = doc.tree.heads[token]!;
  const isOneOf = head >= 0 && /^(?:one|two|three|some)$/.test(doc.lemmas[head]!) && head < token;
  const { holders, denied } = holdersOf(doc, isOneOf ? head : token);
  return { seat, countries: countriesAt(material, holders), denied };
}

/** What nothing else than a seat on the Council is called. */
const SEAT =
  /\b(?:(permanent|veto-wielding)|elected|non-?permanent|rotating)\s+(?:(?:Security\s+)?Council\s+)?(?:members?|seats?|chairs?|places?|states?)\b|\belected\s+ten\b|\b(?:Council\s+members?|members?\s+of\s+the\s+(?:UN\s+)?(?:Security\s+)?Council)\b|\b(?:seats?|terms?|spells?|stints?|places?)\s+on\s+the\s+(?:\p{Lu}\p{L}+\s+)?Council\b/iu;
/** Words that give it to whoever stands before it. */
const GIVEN =
  /\b(?:as|is|was|are|were|been|be|became|has|have|had|hold(?:s|ing)?|held|occup\w+|t(?:ook|aken|akes)|join\w*|serv\w+|sits?|sat|one\s+of|among|a|an)\b[^;]{0,60}$/iu;
/** Who only wants one has none. */
const WANTED =
  /\b(?:seek\w*|bid|campaign\w*|wants?|wanted|hop\w+|candidate|demand\w*|claim\w*|would|could|should|deserv\w+|elect(?:s|ion))\b/iu;
const COUNTED =
  /\b(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|all|most|some|other)\s+(?:of\s+the\s+)?(?:other\s+)?$/iu;
/** **Units** characters between a name and the words for a seat. */
const BESIDE = 130;

/** Whoever was named last before the words for a seat, where the tree ties nobody to them. */
function besidePhrase({ doc, registry }: Material, sentence: Sentence): Seated | undefined {
  const text = doc.report.text.slice(sentence.start, sentence.end);
  const match = SEAT.exec(text);
  if (match === null || WANTED.test(text)) return undefined;
  const lists: { readonly countries: readonly string[]; readonly end: number }[] = [];
  for (
    let token = sentence.from;
    token < sentence.to && doc.tokens[token]!.start - sentence.start < match.index;
    token++
  ) {
    const named = namedAt(doc, registry, token);
    if (named.length === 0) continue;
    const last = lists.at(-1);
    const start = doc.tokens[token]!.start - sentence.start;
    const joined = last !== undefined && /^\s*(?:,|and|,\s*and)\s*$/.test(text.slice(last.end, start));
    const end = doc.tokens[token]!.end - sentence.start;
    if (joined) lists[lists.length - 1] = { countries: [...last.countries, ...named], end };
    else lists.push({ countries: named.slice(0, 1), end });
  }
  const nearest = lists.at(-1);
  if (nearest === undefined) return undefined;
  const between = text.slice(nearest.end, match.index);
  // "With ten members of the Council in favour" counts them.
  if (/Council/i.test(match[0]) && COUNTED.test(between)) return undefined;
  const isBeside = /^,\s+(?:both|all|the|then|an?)\s+(?:\p{L}+\s+){0,2}$/u.test(between);
  if (between.length > BESIDE || !(isBeside || GIVEN.test(between))) return undefined;
  const seat: Seat = match[1] !== undefined ? 'permanent' : /\bCouncil\b/i.test(match[0]) ? 'any' : 'elected';
  return { seat, countries: nearest.countries, denied: NEGATED.test(between) };
}

/** "A member of the Security Council", "a Council member", "a member that year". */
function isOfCouncil(doc: Document, sentence: Sentence, member: number): boolean {
  const words = (from: number, to: number): string =>
    doc.tokens
      .slice(Math.max(sentence.from, from), Math.min(sentence.to, to))
      .map(({ text }) => text)
      .join(' ');
  const after = words(member + 1, member + 8);
  if (
    /^of (?:the |that )?(?:(?:UN|U\.N\.|United Nations|\d+-\w+|fifteen-\w+|15-\w+) )?(?:Security )?Council\b/.test(
      after,
    )
  )
    return true;
  if (/^(?:that year|this year|at the time|then|in (?:19|20)\d\d)\b/.test(after)) return true;
  return /\b(?:Security )?[Cc]ouncil$/.test(words(member - 2, member));
}

/** Verbs of those who have a seat. */
const SIT = new Set(['sit', 'serve', 'rotate', 'represent']);
const HOLD = new Set([
  'hold',
  'have',
  'occupy',
  'take',
  'win',
  'keep',
  'leave',
  'join',
  'enter',
  'gain',
  'begin',
  'start',
  'finish',
  'end',
]);

/** "Which sits on the Council this year", "held a seat on the Council in 2013", "was on the Council", "joined it". */
function onCouncil(material: Material, sentence: Sentence, token: number): Seated | undefined {
  const { doc } = material;
  const lemma = doc.lemmas[token]!;
  const rest = doc.tokens
    .slice(token + 1, Math.min(sentence.to, token + 12))
    .map(({ text }) => text)
    .join(' ');
  const isCopula =
    lemma === 'be' &&
    /^(?:(?:not|also|then|still) )*on the (?:(?:UN|United Nations) )?(?:Security )?Council\b/.test(rest);
  const isSitting =
    SIT.has(lemma) && /^(?:\S+ ){0,4}?(?:on|in) the (?:\S+ ){0,2}?(?:Council|SC)\b/.test(rest);
  const hasSeat =
    HOLD.has(lemma) &&
    (/^(?:\S+ ){0,6}?(?:seats?|terms?|years|stints?|spells?) (?:on|in|at) (?:the )?(?:\S+ ){0,2}?Council\b/.test(
      rest,
    ) ||
      (lemma === 'join' && /^the (?:\S+ ){0,2}?Council\b/.test(rest)));
  const hasElected =
    HOLD.has(lemma) && /^(?:\S+ ){0,3}?(?:elected|non-permanent|rotating) (?:seat|chair|place)\b/.test(rest);
  if (!isCopula && !isSitting && !hasSeat && !hasElected) return undefined;
  if (!isCopula && doc.upos[token] !== 'VERB' && doc.upos[token] !== 'AUX') return undefined;
  const before = doc.tokens
    .slice(Math.max(sentence.from, token - 5), token)
    .map(({ text }) => text)
    .join(' ');
  if (
    /\b(?:would|could|should|will|may|might|seek\w*|bid|campaign\w*|wants?|wanted|hop\w+|candidate)\b/iu.test(
      before,
    )
  )
    return undefined;
  const isPermanent = /\bpermanent seat\b/.test(rest) && !/\bnon-permanent\b/.test(rest);
  const seat: Seat = hasElected ? 'elected' : isPermanent ? 'permanent' : 'any';
  const near = doc.tokens
    .slice(Math.max(sentence.from, token - 3), Math.min(sentence.to, token + 3))
    .map(({ text }) => text)
    .join(' ');
  const verb = isCopula ? (doc.tree.heads[token] ?? token) : token;
  const doers = doersOf(doc, verb).length > 0 ? doersOf(doc, verb) : doersOf(doc, token);
  // "Egypt, which sat on the Council": whom the clause is about.
  const holders = doers.flatMap((doer) =>
    RELATIVE.test(doc.tokens[doer]!.text) ? [doc.tree.heads[verb]!] : [doer],
  );
  return { seat, countries: countriesAt(material, holders), denied: NEGATED.test(near) };
}

const RELATIVE = /^(?:which|who|that)$/i;

function countriesAt({ doc, cast, registry }: Material, holders: readonly number[]): string[] {
  return [
    ...new Set(
      holders.flatMap((holder) => votersAt(doc, cast, registry, holder).map(({ country }) => country)),
    ),
  ];
}

function seatOf(doc: Document, sentence: Sentence, member: number): Seat | undefined {
  let words = '';
  for (let token = Math.max(sentence.from, member - 6); token < member; token++) {
    const word = doc.tokens[token]!.text;
    if (PERMANENT.test(word))
      words = /^non-?$/i.test(doc.tokens[token - 1]?.text ?? '') ? 'elected' : 'permanent';
    else if (word === '-' && /^non$/i.test(doc.tokens[token - 1]?.text ?? '')) words = 'elected';
    else if (ELECTED.test(word)) words = 'elected';
    else if (/^[,;.]$/.test(word)) words = '';
    if (words === 'permanent' && /^non$/i.test(doc.tokens[token - 2]?.text ?? '')) words = 'elected';
  }
  return words === '' ? undefined : (words as Seat);
}

/** Who is said to be a member: what the noun stands beside, is said of, or names outright. */
function holdersOf(doc: Document, member: number): { holders: number[]; denied: boolean } {
  const relation = baseRelation(doc, member);
  if (relation === 'appos') return { holders: conjoined(doc, doc.tree.heads[member]!), denied: false };
  if (childBy(doc, member, 'cop') !== undefined) {
    const denied = childrenBy(doc, member, 'advmod', 'det').some(
      (child) => NEGATED.test(doc.tokens[child]!.text) || doc.lemmas[child] === 'no',
    );
    return { holders: childrenBy(doc, member, 'nsubj').flatMap((child) => conjoined(doc, child)), denied };
  }
  if (relation === 'xcomp') return { holders: doersOf(doc, doc.tree.heads[member]!), denied: false };
  return {
    holders: childrenBy(doc, member, 'appos', 'flat').flatMap((child) => conjoined(doc, child)),
    denied: false,
  };
}
