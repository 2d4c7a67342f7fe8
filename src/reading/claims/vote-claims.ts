import type { Document } from '../../document/document.js';
import type { Range } from '../../document/span.js';
import { possibleBallots } from '../../registry/council/queries.js';
import type { CouncilVote, Registry } from '../../registry/registry.js';
import type { Vote } from '../contract.js';
import { SECURITY_COUNCIL } from '../votes/bodies.js';
import { countriesNamed } from '../votes/setting.js';
import type { ToldBallot, ToldVote } from '../votes/told.js';
import { daysBetween } from '../when.js';
import { inWords, nameAll, voteEvidence } from './evidence.js';
import type { FoundClaim, Material } from './found-claim.js';

/** Claims about one vote: how many voted which way, and who. */
export function checkVoteClaims({ doc, registry, votes }: Material): FoundClaim[] {
  return votes.flatMap(({ vote, told }) => {
    if (vote.body !== SECURITY_COUNCIL.name) return [];
    const row = rowOf(vote, registry);
    const claimed = new Set<string>();
    // What headline and text both say is claimed in the text.
    const isHeadline = (one: ToldVote): number => (doc.sentences[one.sentence]!.kind === 'headline' ? 1 : 0);
    return [...told]
      .sort((a, b) => isHeadline(a) - isHeadline(b))
      .flatMap((one) => {
        const { start, end } = doc.sentences[one.sentence]!;
        const ballots = one.ballots.filter((ballot) => isNew(claimed, `${ballot.country} ${wanted(ballot)}`));
        const tally = SIDES.map((side) => one.tally[side]).join('-') + String(one.tally.unanimous);
        return [
          ...(isNew(claimed, row === undefined ? 'tally' : tally)
            ? checkTally({ start, end }, one, row)
            : []),
          ...(row === undefined
            ? []
            : [
                ...checkBallots({ start, end }, ballots, row, registry),
                ...checkLone(doc, { start, end }, one, row, registry),
                ...checkTopic(doc, { start, end }, one, row, registry),
                ...(isNew(claimed, `outcome ${one.outcome}`)
                  ? checkOutcome({ start, end }, one, row, registry)
                  : []),
                ...checkDate({ start, end }, one, row),
              ]),
        ];
      });
  });
}

function isNew(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

/** The row of the record that a vote is linked to. */
function rowOf(vote: Vote, registry: Registry): CouncilVote | undefined {
  const { record } = vote;
  if (record === null) return undefined;
  return registry.council.votes.find(
    (row) => row.date === record.date && row.symbol === record.symbol && row.meeting === record.meeting,
  );
}

const UNLINKED = 'No vote in the record could be told to be this one, so nothing settles it.';

function checkTally(range: Range, { tally }: ToldVote, row: CouncilVote | undefined): FoundClaim[] {
  const told = SIDES.flatMap((side) => {
    const count = tally[side];
    return count === null || (tally.unanimous && side !== 'for') ? [] : [{ side, count }];
  });
  if (told.length === 0 && !tally.unanimous) return [];
  const claim = { kind: 'tally' as const, ...range };
  if (row === undefined) return [{ ...claim, verdict: 'unverifiable', because: UNLINKED, evidence: [] }];
  const evidence = [voteEvidence(row)];
  const record = `The record of ${row.symbol} (${inWords(row.date)}) has ${countsOf(row)}`;
  const unknown = told.some(({ side }) => row[side] === null) || (tally.unanimous && row.against === null);
  const wrong = told.some(({ side, count }) => row[side] !== null && row[side] !== count);
  const divided = tally.unanimous && ((row.against ?? 0) > 0 || (row.abstain ?? 0) > 0);
  if (wrong || divided) {
    return [{ ...claim, verdict: 'contradicted', because: `${record}.`, evidence }];
  }
  if (unknown) {
    return [{ ...claim, verdict: 'unverifiable', because: `${record}; the rest is not known.`, evidence }];
  }
  return [{ ...claim, verdict: 'supported', because: `${record}, which agrees.`, evidence }];
}

const LONE = /\b(?:alone|lone|sole|solely|single|single-handed(?:ly)?|on\s+its\s+own)\b/iu;

/** "The veto of Russia alone", of a draft that others vetoed too. */
function checkLone(
  doc: Document,
  range: Range,
  told: ToldVote,
  row: CouncilVote,
  registry: Registry,
): FoundClaim[] {
  const vetoers = told.ballots.flatMap(({ country, veto }) => (veto ? [country] : []));
  if (vetoers.length !== 1 || !LONE.test(doc.report.text.slice(range.start, range.end))) return [];
  if (!row.vetoedBy.includes(vetoers[0]!)) return [];
  const right = row.vetoedBy.length === 1;
  const because = `${row.symbol} (${inWords(row.date)}) was vetoed by ${nameAll(registry, row.vetoedBy)}.`;
  // Its own kind, so that it stands beside what the record says of the veto itself.
  return [
    {
      kind: 'outcome',
      ...range,
      verdict: right ? 'supported' : 'contradicted',
      because,
      evidence: [voteEvidence(row)],
    },
  ];
}

/** A draft told to be on a country that it was not on, in a report that never names the one that it was. */
function checkTopic(
  doc: Document,
  range: Range,
  told: ToldVote,
  row: CouncilVote,
  registry: Registry,
): FoundClaim[] {
  if (told.matter === null || row.about.length === 0) return [];
  const sentence = doc.sentences[told.sentence]!;
  const at = doc.report.text.indexOf(told.matter.slice(0, 30), sentence.start);
  if (at < 0 || at > sentence.end) return [];
  const within = doc.tokens.flatMap(({ start, end }, token) =>
    start >= at && end <= at + told.matter!.length ? [token] : [],
  );
  const [from, to] = [within[0], within.at(-1)];
  if (from === undefined || to === undefined) return [];
  const voters = new Set([...told.ballots.map(({ country }) => country), ...row.sponsors, ...row.vetoedBy]);
  const named = countriesNamed(doc, registry, from, to + 1).filter((country) => !voters.has(country));
  const anywhere = countriesNamed(doc, registry, 0, doc.tokens.length);
  if (named.length === 0 || row.about.some((country) => anywhere.includes(country))) return [];
  const words = `${row.matter ?? ''} ${row.topic}`;
  if (named.some((country) => words.includes(registry.countries.get(country)?.name ?? country))) return [];
  const because = `${row.symbol} (${inWords(row.date)}) was on ${row.matter ?? row.topic} (${nameAll(registry, row.about)}).`;
  return [{ kind: 'topic', ...range, verdict: 'contradicted', because, evidence: [voteEvidence(row)] }];
}

/** A draft told as adopted that was not, or the other way round; a veto told where the votes were wanting. */
function checkOutcome(range: Range, told: ToldVote, row: CouncilVote, registry: Registry): FoundClaim[] {
  const { outcome } = told;
  if (outcome === 'unknown' || told.another) return [];
  const same = outcome === row.outcome || (outcome === 'failed' && row.outcome === 'vetoed');
  const by = row.vetoedBy.length > 0 ? ` by ${nameAll(registry, row.vetoedBy)}` : '';
  const had = row.for === null ? '' : ` It had ${row.for} votes in favour.`;
  const because = `The draft ${row.symbol} (${inWords(row.date)}) was ${row.outcome === 'failed' ? 'not adopted, and no veto decided it' : row.outcome}${by}.${same ? '' : had}`;
  const evidence = [voteEvidence(row)];
  // Who voted how, and how many, say it already.
  const { for: inFavour, unanimous } = told.tally;
  if (same && (told.ballots.length > 0 || inFavour !== null || unanimous)) return [];
  if (same) return [{ kind: 'outcome', ...range, verdict: 'supported', because, evidence }];
  return [{ kind: 'outcome', ...range, verdict: 'contradicted', because, evidence }];
}

/** **Units** days: the day of a vote differs by one between New York and the rest of the world. */
const ZONES = 1;

/** A day in full that is not the day on record. */
function checkDate(range: Range, { when }: ToldVote, row: CouncilVote): FoundClaim[] {
  if (when.text === null || when.start === null || when.precision !== 'day') return [];
  const off = Math.abs(daysBetween(when.start, row.date));
  // Which week a day of the week is of is a guess.
  if (when.basis !== 'stated' && (off % 7 === 0 || off > 7)) return [];
  const because = `The vote on ${row.symbol} was held on ${inWords(row.date)}.`;
  const evidence = [voteEvidence(row)];
  return [
    { kind: 'date', ...range, verdict: off <= ZONES ? 'supported' : 'contradicted', because, evidence },
  ];
}

const SIDES = ['for', 'against', 'abstain'] as const;

function countsOf(row: CouncilVote): string {
  const word = (count: number | null): string => (count === null ? 'an unknown number' : String(count));
  return `${word(row.for)} for, ${word(row.against)} against, ${word(row.abstain)} abstaining`;
}

function checkBallots(
  range: Range,
  ballots: readonly ToldBallot[],
  row: CouncilVote,
  registry: Registry,
): FoundClaim[] {
  if (ballots.length === 0) return [];
  const claim = { kind: 'ballot' as const, ...range };
  const checked = ballots.map((ballot) => ({ ballot, recorded: recordedBallot(row, ballot, registry) }));
  const evidence = [voteEvidence(row)].map((one) => ({
    ...one,
    fields: {
      ...one.fields,
      ...Object.fromEntries(checked.map(({ ballot, recorded }) => [ballot.country, recorded])),
    },
  }));
  const place = `in the record of ${row.symbol} (${inWords(row.date)})`;
  const say = (of: typeof checked): string =>
    of
      .map(({ ballot, recorded }) => `${nameAll(registry, [ballot.country])} ${PAST[recorded ?? 'unknown']}`)
      .join(', ');
  const impossible = checked.filter(
    ({ ballot, recorded }) => recorded === null && !possibleBallots(row, ballot.country).has(ballot.vote),
  );
  if (impossible.length > 0) {
    const names = nameAll(
      registry,
      impossible.map(({ ballot }) => ballot.country),
    );
    const because = `${capitalise(place)}, by its numbers (${countsOf(row)}${row.vetoedBy.length > 0 ? `, vetoed by ${nameAll(registry, row.vetoedBy)}` : ''}), that was not how ${names} voted.`;
    return [{ ...claim, verdict: 'contradicted', because, evidence }];
  }
  const wrong = checked.filter(({ ballot, recorded }) => recorded !== null && recorded !== wanted(ballot));
  if (wrong.length > 0) {
    return [{ ...claim, verdict: 'contradicted', because: `${capitalise(place)}, ${say(wrong)}.`, evidence }];
  }
  if (checked.some(({ recorded }) => recorded === null)) {
    const because = `Not everyone's vote is known ${place}: ${say(checked)}.`;
    return [{ ...claim, verdict: 'unverifiable', because, evidence }];
  }
  return [{ ...claim, verdict: 'supported', because: `${capitalise(place)}, ${say(checked)}.`, evidence }];
}

type Recorded = 'for' | 'against' | 'abstain' | 'absent' | 'veto' | 'no member';

const PAST: Record<Recorded | 'unknown', string> = {
  for: 'voted for',
  against: 'voted against',
  abstain: 'abstained',
  absent: 'did not vote',
  veto: 'cast a veto',
  'no member': 'was no member of the Council',
  unknown: 'has no recorded vote',
};

function wanted({ vote, veto }: ToldBallot): Recorded {
  return veto ? 'veto' : vote;
}

/** How the record has a member's vote, in the terms of what is claimed of it. */
function recordedBallot(
  row: CouncilVote,
  { country, veto }: ToldBallot,
  registry: Registry,
): Recorded | null {
  if (row.vetoedBy.includes(country)) return veto ? 'veto' : 'against';
  const recorded = row.ballots?.[country];
  if (recorded !== undefined) return recorded;
  const members = registry.council.members(Number(row.date.slice(0, 4)));
  if (members.length > 0 && !members.includes(country)) return 'no member';
  if (veto) return 'for';
  return row.against === 0 && row.abstain === 0 ? 'for' : null;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
