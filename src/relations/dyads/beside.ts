import type { CouncilVote } from '../../registry/council/council.js';
import { councilAgreement } from '../../registry/council/queries.js';
import type { OfficialRecord } from '../../registry/official-record.js';
import { type ConflictsBeside, conflictsBeside } from './conflicts-beside.js';

/** What official records say of two states, beside what was read. */
export interface Beside {
  /** How they voted in the General Assembly, by session. */
  readonly assembly: readonly {
    readonly session: number;
    readonly year: number;
    readonly both: number;
    readonly share: number;
    readonly distance: number | null;
  }[];
  /** Of the latest session: since which year they did not agree less, and were not farther apart; null where they never did. */
  readonly agreementLowestSince: number | null;
  readonly distanceHighestSince: number | null;
  /** Ballots in the Security Council while both sat on it. */
  readonly council: { readonly same: number; readonly different: number; readonly open: number };
  /** Drafts that one of them laid before the Council and the other vetoed. */
  readonly vetoes: readonly {
    readonly by: string;
    readonly of: string;
    readonly symbol: string;
    readonly date: string;
  }[];
  readonly alliances: readonly {
    readonly from: number;
    readonly to: number;
    /** Whether it still held where the record, or the time asked for, ends. */
    readonly isOpen: boolean;
    readonly pledges: readonly string[];
  }[];
  readonly conflicts: ConflictsBeside;
  /**
   * The last days, or years, that the records reach, or that were asked for. After `unanimous` the record has contested
   * votes of the Council only, so that members seem to agree less than they do; null where it has none.
   */
  readonly covers: {
    readonly assembly: string;
    readonly alliances: number;
    readonly council: string | null;
    readonly unanimous: string | null;
  };
}

/** What the records hold of two states, to a day where one is given; null where one of them is no single state. */
export function besideDyad(record: OfficialRecord, one: string, other: string, to?: string): Beside | null {
  if (one === other || !record.countries.has(one) || !record.countries.has(other)) return null;
  const { assembly, council, alliances } = record;
  const lastYear = to === undefined ? Number.POSITIVE_INFINITY : Number(to.slice(0, 4));
  const sessions = assembly.agreement(one, other).filter(({ year }) => year <= lastYear);
  const last = sessions.at(-1);
  const before = sessions.slice(0, -1).toReversed();
  const agreement = councilAgreement(council, [one, other], to === undefined ? {} : { to });
  const votes = council.votes.filter(({ date }) => to === undefined || date <= to);
  const vetoed = votes.filter(({ vetoedBy }) => vetoedBy.length > 0);
  const vetoes = (
    [
      [one, other],
      [other, one],
    ] as const
  ).flatMap(([by, of]) =>
    vetoed
      .filter(({ vetoedBy, sponsors }) => vetoedBy.includes(by) && sponsors.includes(of))
      .map(({ symbol, date }) => ({ by, of, symbol, date })),
  );
  const far = last?.distance ?? null;
  return {
    assembly: sessions.map(({ session, year, both, share, distance }) => ({
      session,
      year,
      both,
      share,
      distance,
    })),
    agreementLowestSince:
      last === undefined ? null : (before.find(({ share }) => share <= last.share)?.year ?? null),
    distanceHighestSince:
      far === null
        ? null
        : (before.find(({ distance }) => distance !== null && distance >= far)?.year ?? null),
    council: {
      same: agreement.same.length,
      different: agreement.different.length,
      open: agreement.open.length,
    },
    vetoes,
    alliances: alliances
      .between(one, other)
      .filter(({ from }) => from <= lastYear)
      .map((one) => ({
        from: one.from,
        to: Math.min(one.to, lastYear),
        isOpen: one.to >= Math.min(alliances.covers.to, lastYear),
        pledges: one.pledges,
      })),
    conflicts: conflictsBeside(record.conflicts, [one, other], to),
    covers: {
      assembly: earlier(assembly.covers.to, to),
      alliances: Math.min(alliances.covers.to, lastYear),
      council: latestDay(votes),
      unanimous: latestDay(votes.filter(({ against, abstain }) => against === 0 && abstain === 0)),
    },
  };
}

function earlier(day: string, other: string | undefined): string {
  return other !== undefined && other < day ? other : day;
}

function latestDay(votes: readonly CouncilVote[]): string | null {
  return votes.reduce<string | null>(
    (latest, { date }) => (latest === null || date > latest ? date : latest),
    null,
  );
}
