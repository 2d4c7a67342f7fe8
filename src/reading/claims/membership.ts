import type { Document, Sentence } from '../../document/document.js';
import { baseRelation, childBy, childrenBy } from '../../document/tree.js';
import type { Registry } from '../../registry/registry.js';
import type { Cast } from '../cast.js';
import { conjoined, votersAt } from '../votes/voters.js';
import { membersEvidence, nameAll } from './evidence.js';
import type { FoundClaim, Material } from './found-claim.js';
import { claimYear } from './time-of-claim.js';

type Seat = 'permanent' | 'elected';

const PERMANENT = /^(?:permanent|veto-wielding|veto-holding)$/i;
const ELECTED = /^(?:non-?permanent|elected|rotating|temporary)$/i;
const ABOUT_COUNCIL = /\b(?:Security\s+Council|[Cc]ouncil|veto)\b/u;

/** "Bolivia, a non-permanent member of the Council": who sits on it, and in which kind of seat. */
export function checkMembership({ doc, cast, registry, votes, council }: Material): FoundClaim[] {
  if (!council) return [];
  const year = claimYear(doc, votes, registry.council);
  const members = registry.council.members(year);
  if (members.length === 0) return [];
  const permanent = registry.council.permanent(year);
  return doc.sentences.flatMap((sentence) =>
    claimsIn(doc, cast, registry, sentence).map(({ seat, countries }): FoundClaim => {
      const right = countries.every(
        (country) => members.includes(country) && permanent.includes(country) === (seat === 'permanent'),
      );
      const facts = countries.map((country) => {
        const name = nameAll(registry, [country]);
        if (permanent.includes(country)) return `${name} is a permanent member`;
        return members.includes(country) ? `${name} was an elected member` : `${name} was no member`;
      });
      return {
        kind: 'membership',
        start: sentence.start,
        end: sentence.end,
        verdict: right ? 'supported' : 'contradicted',
        because: `On the Security Council of ${year}: ${facts.join('; ')}.`,
        evidence: [membersEvidence(registry.council, year)],
      };
    }),
  );
}

function claimsIn(
  doc: Document,
  cast: Cast,
  registry: Registry,
  sentence: Sentence,
): { seat: Seat; countries: string[] }[] {
  const found: { seat: Seat; countries: string[] }[] = [];
  for (let token = sentence.from; token < sentence.to; token++) {
    if (doc.lemmas[token] !== 'member') continue;
    const seat = seatOf(doc, sentence, token);
    if (seat === undefined) continue;
    if (!ABOUT_COUNCIL.test(doc.report.text.slice(sentence.start, sentence.end))) continue;
    const countries = holdersOf(doc, token).flatMap((holder) =>
      votersAt(doc, cast, registry, holder).map(({ country }) => country),
    );
    if (countries.length > 0) found.push({ seat, countries: [...new Set(countries)] });
  }
  return found;
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
function holdersOf(doc: Document, member: number): number[] {
  const relation = baseRelation(doc, member);
  if (relation === 'appos') return conjoined(doc, doc.tree.heads[member]!);
  if (childBy(doc, member, 'cop') !== undefined) {
    if (childrenBy(doc, member, 'advmod').some((child) => doc.lemmas[child] === 'not')) return [];
    return childrenBy(doc, member, 'nsubj').flatMap((child) => conjoined(doc, child));
  }
  return childrenBy(doc, member, 'appos', 'flat').flatMap((child) => conjoined(doc, child));
}
