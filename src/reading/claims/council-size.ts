import { numberOf } from '../votes/tally.js';
import { membersEvidence } from './evidence.js';
import type { FoundClaim, Material } from './found-claim.js';
import { claimDay, claimYear } from './time-of-claim.js';

const NUMBER =
  '(\\d{1,2}|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)';

/** Each pattern's first group is the number; what it counts is the whole Council or one kind of member. */
const PATTERNS: readonly (readonly [pattern: RegExp, counts: 'all' | 'permanent' | 'elected'])[] = [
  [
    new RegExp(
      `\\b${NUMBER}[- ](?:member|nation|state|country|strong|seat)s?[- ](?:(?:UN|U\\.N\\.|United Nations)\\s+)?(?:Security\\s+)?(?:Council|council|body|panel)\\b`,
      'gu',
    ),
    'all',
  ],
  [
    new RegExp(
      `\\b[Ww]ith\\s+(?:only\\s+|just\\s+|its\\s+)?${NUMBER}\\s+members,?\\s+the\\s+(?:Security\\s+)?Council\\b`,
      'gu',
    ),
    'all',
  ],
  [new RegExp(`\\b${NUMBER}\\s+permanent\\s+(?:members\\s+)?(?:and|,)`, 'giu'), 'permanent'],
  [
    new RegExp(
      `\\bpermanent\\s+(?:members\\s+)?and\\s+${NUMBER}\\s+(?:elected|non-?permanent|rotating)\\b`,
      'giu',
    ),
    'elected',
  ],
  [new RegExp(`\\b[Cc]ouncil['’]s\\s+${NUMBER}\\s+(?:members|nations|states)\\b`, 'gu'), 'all'],
  [
    new RegExp(
      `\\bCouncil,?\\s+(?:which\\s+)?(?:\\p{L}+\\s+)?(?:had|has|counted|numbered|consisted\\s+of|consists\\s+of|with)\\s+(?:only\\s+|just\\s+)?${NUMBER}\\s+(?:members|seats|nations)\\b(?!\\s+(?:in\\s+favou?r|voting|against|abst))`,
      'gu',
    ),
    'all',
  ],
  [
    new RegExp(
      `\\b${NUMBER}\\s+members\\s+of\\s+the\\s+(?:(?:UN|U\\.N\\.|United Nations)\\s+)?Security\\s+Council\\b`,
      'gu',
    ),
    'all',
  ],
  [
    new RegExp(
      `\\b(?:the|its|['’]s)\\s+${NUMBER}\\s+permanent\\s+(?:Security\\s+Council\\s+)?members\\b`,
      'giu',
    ),
    'permanent',
  ],
  [
    new RegExp(
      `\\b(?:the|its|['’]s)\\s+${NUMBER}\\s+(?:non-?permanent|elected|rotating)\\s+(?:Security\\s+Council\\s+)?members\\b`,
      'giu',
    ),
    'elected',
  ],
];

/** "The 15-member Security Council": how many sit on it, at the time of the report. */
export function checkCouncilSize({ doc, registry, votes, council }: Material): FoundClaim[] {
  if (!council) return [];
  const year = claimYear(doc, votes, registry.council);
  const dated = claimDay(doc, votes) !== null;
  const members = registry.council.members(year).length;
  if (members === 0) return [];
  const permanent = registry.council.permanent(year).length;
  const sizes = { all: members, permanent, elected: members - permanent };
  return PATTERNS.flatMap(([pattern, counts]) =>
    [...doc.report.text.matchAll(pattern)].flatMap((match): FoundClaim[] => {
      const told = numberOf(match[1]!);
      if (told === null || (counts === 'all' && isPartial(doc.report.text, match.index))) return [];
      const range = { start: match.index, end: match.index + match[0].length };
      const size = sizes[counts];
      const kind = counts === 'all' ? '' : `${counts} `;
      return [
        {
          kind: 'council-size',
          ...range,
          verdict: told === size ? 'supported' : 'contradicted',
          because: `The Security Council ${dated ? 'had' : 'has'} ${size} ${kind}members${dated ? ` in ${year}` : ''}.`,
          evidence: [membersEvidence(registry.council, year)],
        },
      ];
    }),
  );
}

/** "Nine members of the Security Council" are some of them, "the 15 members of the Security Council" all. */
function isPartial(text: string, at: number): boolean {
  return (
    /^\p{L}*\d*\s+members\s+of/u.test(text.slice(at, at + 30)) &&
    !/\b(?:the|all)\s+$/iu.test(text.slice(Math.max(0, at - 20), at))
  );
}
