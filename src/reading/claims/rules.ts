import { brokenRules, sizeOn } from '../../registry/council/rules.js';
import type { Evidence } from '../contract.js';
import { SECURITY_COUNCIL } from '../votes/bodies.js';
import { membersEvidence } from './evidence.js';
import type { FoundClaim, Material } from './found-claim.js';
import { claimDay } from './time-of-claim.js';

/** What is told of a vote and cannot be by the Charter: too many votes, a veto that passed, a veto without a seat. */
export function checkRules({ doc, registry, votes }: Material): FoundClaim[] {
  const { council } = registry;
  return votes.flatMap(({ vote, told }) => {
    if (vote.body !== SECURITY_COUNCIL.name) return [];
    const date = vote.record?.date ?? vote.when.start ?? claimDay(doc, votes);
    const permanent = council.permanent(Number((date ?? council.covers.to).slice(0, 4)));
    const seats = permanent.length > 0 ? permanent : council.permanent(Number(council.covers.to.slice(0, 4)));
    const row = council.votes.find(
      ({ symbol, date }) => symbol === vote.record?.symbol && date === vote.record.date,
    );
    const procedural = row?.outcome === 'adopted' && seats.some((code) => row.ballots?.[code] === 'against');
    const seen = new Set<string>();
    return told.flatMap((one): FoundClaim[] => {
      const broken = brokenRules({
        date,
        procedural,
        outcome: one.outcome,
        for: one.tally.for,
        against: one.tally.against,
        abstain: one.tally.abstain,
        permanentAgainst: one.ballots.flatMap(({ country, vote: ballot }) =>
          ballot === 'against' && seats.includes(country) ? [country] : [],
        ),
        vetoersWithoutSeat: one.ballots.flatMap(({ country, veto }) =>
          veto && !seats.includes(country) ? [country] : [],
        ),
      }).filter(({ rule }) => !seen.has(rule) && seen.add(rule));
      if (broken.length === 0) return [];
      const { start, end } = doc.sentences[one.sentence]!;
      const because = broken.map(({ says }) => says).join(' ');
      return [{ kind: 'rule', start, end, verdict: 'contradicted', because, evidence: [charter(date)] }];
    });
  });
}

/** Sayings about the rules themselves, and the number that each must have. */
const SAYINGS: readonly RegExp[] = [
  /\b(?:needs?|needed|requires?|required|takes?|minimum\s+of|threshold\s+of|short\s+of\s+the)\s+(?:at\s+least\s+|a\s+minimum\s+of\s+)?(\d{1,2}|[a-z]+)\s+(?:affirmative\s+|yes\s+|positive\s+)?(?:votes|of\s+(?:the\s+)?(?:its\s+)?(?:15|fifteen|11|eleven))\b/giu,
  /\b(\d{1,2}|[a-z]+)\s+(?:affirmative\s+|yes\s+)?votes\s+(?:are|were|is|was)?\s*(?:needed|required|necessary)\b/giu,
  /\b(\d{1,2}|[a-z]+)\s+(?:affirmative\s+|yes\s+)?votes\s+(?:that\s+)?(?:an?|any|every|its?|the|this|that)\s+(?:\p{L}+\s+){0,2}(?:resolution|draft|text|decision)\s+(?:needs?|needed|requires?|required)\b/giu,
];

/** "A resolution needs nine votes": what the rules themselves are said to be. */
export function checkRuleSayings(material: Material): FoundClaim[] {
  const { doc, registry, maybe, votes } = material;
  if (!maybe) return [];
  const day = claimDay(doc, votes);
  const { needed } = sizeOn(day);
  return SAYINGS.flatMap((pattern) =>
    [...doc.report.text.matchAll(pattern)].flatMap((match): FoundClaim[] => {
      const told = WORDS.get(match[1]!.toLowerCase()) ?? Number(match[1]);
      if (!Number.isInteger(told)) return [];
      const range = { start: match.index, end: match.index + match[0].length };
      const because = `A draft before the Security Council ${day !== null && day < '1966' ? 'needed' : 'needs'} ${needed} votes, and no permanent member against it.`;
      const year = Number((day ?? registry.council.covers.to).slice(0, 4));
      const evidence = [charter(day), membersEvidence(registry.council, year)];
      return [
        {
          kind: 'rule',
          ...range,
          verdict: told === needed ? 'supported' : 'contradicted',
          because,
          evidence,
        },
      ];
    }),
  );
}

const WORDS = new Map(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'
    .split(' ')
    .map((word, index) => [word, index + 1] as const),
);

/** **Source** Charter of the United Nations, article 27, as amended in 1965. */
function charter(date: string | null): Evidence {
  const { members, needed } = sizeOn(date);
  return {
    source: 'Charter of the United Nations',
    entry: 'article 27',
    fields: { date, members, needed, concurrence: 'no permanent member against, but on procedure' },
  };
}
