import type { Document, Sentence } from '../../document/document.js';
import type { CouncilVote, Registry } from '../../registry/registry.js';
import type { Cast } from '../cast.js';
import { namedAt } from '../votes/setting.js';
import { conjoined, doersOf, votersAt } from '../votes/voters.js';
import type { Material } from './found-claim.js';

/** Words by which vetoing is told. */
const VETO = /^(?:veto(?:es|ed|ing)?|blocked|blocking|torpedoed|killed|struck)$/i;

/** Whose vetoes a sentence counts: several where it counts those that they cast together. */
export interface Counted {
  readonly countries: readonly string[];
  /** Any permanent member's. */
  readonly anyone: boolean;
  /** Those of whom anyone may be meant: "Western vetoes". */
  readonly among?: readonly string[];
  /** Cast by nobody else. */
  readonly alone?: boolean;
}

const WESTERN = /\bWestern\s+(?:vetoe?s?\b|(?:powers|permanent\s+members)\b[^.;]{0,30}\bveto)/u;
const JOINT =
  /\b(?:jointly|together|both|joint|double|triple|side\s+by\s+side|in\s+tandem|teamed\s+up|in\s+concert)\b/iu;
const ALONE = /\b(?:on\s+its\s+own|alone|single-handed(?:ly)?|by\s+itself|solo|lone)\b/iu;
const ANYONE =
  /\b(?:no\s+permanent\s+member|permanent\s+members|the\s+(?:five|P5)|(?:a\s+single|any|no|not\s+one)\s+veto(?:es)?\b(?!\s+by)|nobody|no\s+one|a\s+great\s+power|great\s+powers|a\s+permanent\s+member)\b/iu;

/** Who does the vetoing in a sentence, or whose "veto" it is; undefined where nobody who can is named. */
export function countedIn(material: Material, sentence: Sentence): Counted | undefined {
  const { doc, cast, registry } = material;
  const text = doc.report.text.slice(sentence.start, sentence.end);
  const permanent = permanentIn(material);
  for (let token = sentence.from; token < sentence.to; token++) {
    if (!VETO.test(doc.tokens[token]!.text)) continue;
    const doers = doersAt(doc, cast, registry, token).filter((country) => permanent.includes(country));
    if (doers.length > 0)
      return { countries: doers, anyone: false, alone: doers.length === 1 && ALONE.test(text) };
  }
  if (WESTERN.test(text)) return { countries: [], anyone: true, among: ['FRA', 'GBR', 'USA'] };
  if (ANYONE.test(text)) return { countries: [], anyone: true };
  const named = permanentNamed(doc, registry, sentence, permanent);
  const owner = ownerIn(named, text);
  if (owner !== undefined) return { countries: [owner], anyone: false };
  if (named.length > 0)
    return {
      countries: JOINT.test(text) ? named.map(({ country }) => country) : [named[0]!.country],
      anyone: false,
    };
  // "It had last used its veto": whoever the sentence before was of.
  const before = doc.sentences[sentence.index - 1];
  const last = before === undefined ? undefined : permanentNamed(doc, registry, before, permanent)[0];
  return last === undefined || !/\b(?:it|its)\b/iu.test(text)
    ? undefined
    : { countries: [last.country], anyone: false };
}

/** Today's permanent members, whose seats are as old as the Council. */
export function permanentIn({ registry }: Pick<Material, 'registry'>): readonly string[] {
  return registry.council.permanent(Number(registry.council.covers.to.slice(0, 4)));
}

function doersAt(doc: Document, cast: Cast, registry: Registry, token: number): string[] {
  for (let at = token, steps = 0; at >= 0 && steps < 4; at = doc.tree.heads[at]!, steps++) {
    const isVerb = doc.upos[at] === 'VERB' || doc.upos[at] === 'AUX';
    const found = (isVerb ? doersOf(doc, at) : ownersOf(doc, at)).flatMap((doer) =>
      conjoined(doc, doer).flatMap((one) => votersAt(doc, cast, registry, one).map(({ country }) => country)),
    );
    if (found.length > 0) return [...new Set(found)];
  }
  return [];
}

function ownersOf(doc: Document, noun: number): number[] {
  return (doc.tree.children[noun] ?? []).filter((child) =>
    /^(?:nmod:poss|amod|compound)$/.test(doc.tree.relations[child]!),
  );
}

interface Named {
  readonly country: string;
  readonly start: number;
  readonly end: number;
}

/** Permanent members that a sentence names, in text order. **Units** characters of the sentence. */
function permanentNamed(
  doc: Document,
  registry: Registry,
  sentence: Sentence,
  permanent: readonly string[],
): Named[] {
  const found: Named[] = [];
  for (let token = sentence.from; token < sentence.to; token++) {
    const country = namedAt(doc, registry, token).find((code) => permanent.includes(code));
    if (country === undefined || found.some((one) => one.country === country)) continue;
    const { start, end } = doc.tokens[token]!;
    found.push({ country, start: start - sentence.start, end: end - sentence.start });
  }
  return found;
}

/** "Washington's first", "cast by Beijing". */
function ownerIn(named: readonly Named[], text: string): string | undefined {
  return named.find(
    ({ start, end }) => /^['’]s?\b/.test(text.slice(end)) || /\bby\s+(?:the\s+)?$/.test(text.slice(0, start)),
  )?.country;
}

/** The vetoes that are counted, in order of time. */
export function vetoesOf(
  votes: readonly CouncilVote[],
  { countries, anyone, alone, among }: Counted,
): CouncilVote[] {
  return votes.filter(({ vetoedBy }) =>
    anyone
      ? vetoedBy.some((country) => among === undefined || among.includes(country))
      : countries.every((country) => vetoedBy.includes(country)) && (alone !== true || vetoedBy.length === 1),
  );
}
