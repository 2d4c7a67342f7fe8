import type { Document } from '../../document/document.js';
import type { TokenRange } from '../../document/span.js';
import type { Role } from '../../registry/registry.js';
import type { Sector } from '../../registry/sectors.js';
import { bareName, HONORIFICS } from './bare-name.js';
import { markedBelonging } from './belonging.js';
import { addressedAs, type Gender, genderOfBearer } from './gender-of-person.js';
import { headWithin, type Marks, type RoleMark } from './marks.js';
import { caseOf, headsPhrase, isProper, phraseCore } from './phrase.js';

/** A person's name where it stands, with what the words around it say of the bearer. */
export interface FoundName extends TokenRange {
  readonly head: number;
  readonly words: readonly string[];
  readonly role: RoleMark | null;
  readonly former: boolean;
  readonly country: string | null;
  readonly sectors: readonly Sector[];
  /** Whether the title is of some body ("leader of the union"): then the context does not tell the country. */
  readonly bound: boolean;
  /** As the form of address or the given name tells it. */
  readonly gender: Gender | null;
}

const SUFFIXES = new Set(['jr', 'jr.', 'sr', 'sr.', 'ii', 'iii', 'iv', "'s", '’s']);

/** Every name of a person in a document, in text order, titles and honorifics cut off. */
export function findPersonNames(
  doc: Document,
  marks: Marks,
  isKnown: (name: string) => boolean,
): FoundName[] {
  const found: FoundName[] = [];
  let upTo = 0;
  const take = (range: TokenRange, head: number) => {
    const name = bareName(doc, marks, range);
    if (name === undefined || name.from < upTo) return;
    upTo = name.to;
    found.push(describe(doc, marks, name, head >= name.from && head < name.to ? head : name.from));
  };
  const ranges: { range: TokenRange; head: number }[] = [];
  for (const name of doc.names) {
    const mark = marks.names[marks.nameAt[name.head] ?? -1];
    // A name of one word that the registry lists as a country or an organisation is no person's.
    const listed =
      mark !== undefined &&
      mark.listing.kind !== 'person' &&
      mark.to >= name.to &&
      (mark.from <= name.from || (mark.listing.kind === 'demonym' && doc.xpos[name.head] === 'NNPS'));
    if (name.type === 'person' && !listed) ranges.push({ range: name, head: name.head });
  }
  for (const mark of marks.names) {
    if (mark.listing.kind === 'person') ranges.push({ range: mark, head: mark.head });
  }
  for (const role of marks.roles) {
    const bearer = titled(doc, marks, role);
    if (bearer !== undefined) ranges.push(bearer);
  }
  for (let at = 0; at < doc.tokens.length; at++) {
    const addressed = addressedBy(doc, at);
    if (addressed !== undefined) ranges.push({ range: addressed, head: headWithin(doc, addressed) });
    if (
      doc.upos[at] === 'PROPN' &&
      (isOpen(doc, marks.ownNameAt[at]!) || namesRule(doc, at)) &&
      marks.nameAt[at]! < 0 &&
      marks.roleAt[at]! < 0
    ) {
      const bare = bareBearer(doc, marks, at, isKnown);
      if (bare !== undefined) ranges.push({ range: bare, head: at });
    }
  }
  ranges.sort((a, b) => a.range.from - b.range.from || b.range.to - a.range.to);
  for (const { range, head } of ranges) take(range, head);
  return found;
}

/** Whether the name finder leaves open who it is: no name, or one word that it takes for a place or a thing. */
function isOpen(doc: Document, own: number): boolean {
  const name = doc.names[own];
  return (
    name === undefined || ((name.type === 'place' || name.type === 'other') && name.to - name.from === 1)
  );
}

/** The bearer of a title that the name finder has not seen: "Chancellor Weiss". */
function titled(
  doc: Document,
  marks: Marks,
  role: RoleMark,
): { range: TokenRange; head: number } | undefined {
  if (doc.tree.relations[role.head] !== 'nmod:desc') return undefined;
  const bearer = doc.tree.heads[role.head]!;
  if (bearer < role.to || !isProper(doc, bearer)) return undefined;
  if (marks.ownNameAt[bearer]! >= 0 || marks.nameAt[bearer]! >= 0) return undefined;
  let to = bearer + 1;
  while (to < doc.tokens.length && doc.tree.heads[to] === bearer && doc.tree.relations[to] === 'flat') to++;
  return { range: { from: bearer, to }, head: bearer };
}

/** "Mr Weiss", "Dr. Ann Weiss": whatever the name finder says, who is so addressed is a person. */
function addressedBy(doc: Document, at: number): TokenRange | undefined {
  if (!ADDRESSES.has(doc.tokens[at]!.text)) return undefined;
  let to = at + 1;
  while (to < at + 4 && /^\p{Lu}[\p{Ll}’'-]/u.test(doc.tokens[to]?.text ?? '')) to++;
  return to > at + 1 ? { from: at + 1, to } : undefined;
}

const ADDRESSES = new Set(['Mr', 'Mr.', 'Mrs', 'Mrs.', 'Ms', 'Ms.', 'Miss', 'Dr', 'Dr.', 'Sir', 'Dame']);

/** A name that the name finder has not seen: known to the registry by itself, or first and last name in the tree. */
function bareBearer(
  doc: Document,
  marks: Marks,
  at: number,
  isKnown: (name: string) => boolean,
): TokenRange | undefined {
  if (!headsPhrase(doc, at) && !namesRule(doc, at)) return undefined;
  let to = at + 1;
  while (to < doc.tokens.length && doc.tree.heads[to] === at && doc.tree.relations[to] === 'flat') to++;
  const { start } = doc.tokens[at]!;
  const name = doc.report.text.slice(start, doc.tokens[to - 1]!.end);
  let proper = false;
  for (let one = at; one < to; one++) {
    if (marks.nameAt[one]! >= 0 || marks.timeAt[one] === 1) return undefined;
    proper ||= isProper(doc, one);
  }
  const whole = proper && to - at > 1 && to - at < 5 && /^[\p{L}.'’ -]+$/u.test(name);
  return whole || isKnown(name) ? { from: at, to } : undefined;
}

/** "the Bush administration", "the Orban government": a government by the name of who leads it. */
function namesRule(doc: Document, at: number): boolean {
  return (
    doc.tree.relations[at] === 'compound' && RULES.has((doc.lemmas[doc.tree.heads[at]!] ?? '').toLowerCase())
  );
}

const RULES = new Set(['administration', 'government', 'regime', 'cabinet', 'camp', 'team', 'presidency']);

/** What the words around a name say of its bearer: title before, apposition after, and whose they are. */
function describe(doc: Document, marks: Marks, range: TokenRange, head: number): FoundName {
  const bearers = [head];
  for (const child of doc.tree.children[head] ?? []) {
    const relation = doc.tree.relations[child]!;
    if (relation === 'appos' || relation === 'nmod:desc') bearers.push(child);
  }
  const above = doc.tree.heads[head]!;
  const relation = doc.tree.relations[head]!;
  if (above >= 0 && (relation === 'appos' || (relation === 'flat' && above < range.from)))
    bearers.push(above);
  let role: RoleMark | null = null;
  for (const bearer of bearers) {
    const mark = marks.roles[marks.roleAt[bearer] ?? -1];
    if (mark === undefined || mark.role.kind === 'institution') continue;
    if (mark.from < range.to && mark.to > range.from) continue;
    if (role === null || weight(mark.role) > weight(role.role)) role = mark;
  }
  if (role === null) role = compoundRole(doc, marks, range, head);
  let country: string | null = null;
  let sectors: readonly Sector[] = [];
  for (const bearer of role === null ? bearers : [role.head, ...bearers]) {
    const belonging = markedBelonging(doc, marks, bearer, phraseCore(doc, bearer));
    // Where somebody is says little of whose he or she is.
    country ??= belonging.countries.find((origin) => origin.basis !== 'place')?.code ?? null;
    if (sectors.length === 0) sectors = belonging.sectors;
  }
  // "U.N. Secretary-General Weiss" may hang the name on "U.N.".
  const listing = relation === 'flat' && above >= 0 ? marks.names[marks.nameAt[above]!]?.listing : undefined;
  if (listing !== undefined && country === null) country = listing.country;
  const former = isFormer(doc, role === null ? range.from : role.from);
  const bound = role !== null && hasOf(doc, role.head);
  const gender = addressedAs(doc, range.from) ?? genderOfBearer(textOf(doc, range));
  return { ...range, head, words: nameWords(doc, range), role, former, country, sectors, bound, gender };
}

function textOf(doc: Document, { from, to }: TokenRange): string {
  return doc.tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
}

function hasOf(doc: Document, head: number): boolean {
  return (doc.tree.children[head] ?? []).some((child) => child > head && caseOf(doc, child) === 'of');
}

/** Of several titles the one that says most: an office that one person holds, any office, any other. */
function weight(role: Role): number {
  return role.office !== null ? 2 : role.kind === 'office' ? 1 : 0;
}

/** "spokesman" in "ministry spokesman Gao Feng" where the tree makes it a compound of the name. */
function compoundRole(doc: Document, marks: Marks, range: TokenRange, head: number): RoleMark | null {
  const before = marks.roles[marks.roleAt[range.from - 1] ?? -1];
  if (before === undefined || before.to !== range.from) return null;
  if (before.role.kind === 'institution') return null;
  const above = doc.tree.heads[before.head];
  if (isProper(doc, before.to - 1)) return before;
  if (above !== head && doc.tree.heads[head] !== before.head) return null;
  return before;
}

/** "former", "ex-" or "late" just before the title. */
export function isFormer(doc: Document, from: number): boolean {
  for (let at = from; at >= Math.max(0, from - 4); at--) {
    const word = doc.tokens[at]!.text.toLowerCase();
    if (
      word === 'former' ||
      word === 'ex' ||
      word === 'ousted' ||
      word === 'deposed' ||
      word.startsWith('ex-')
    ) {
      return true;
    }
    if (at < from && doc.upos[at] !== 'ADJ' && doc.upos[at] !== 'PROPN' && word !== '-') return false;
  }
  return false;
}

function nameWords(doc: Document, range: TokenRange): string[] {
  const list: string[] = [];
  for (let at = range.from; at < range.to; at++) {
    const word = normalise(doc.tokens[at]!.text);
    if (word !== '' && !SUFFIXES.has(word) && !HONORIFICS.has(word)) list.push(word);
  }
  return list.length > 0 ? list : [normalise(doc.tokens[range.from]!.text)];
}

/** Lower case without accents and Arabic articles: "al-Assad" and "Assad" are one surname. */
export function normalise(word: string): string {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/^(al|el|as|ar|an|ash|at|ad)[-‑](?=.{2})/u, '').replace(/^[-‑]$/u, '');
}
