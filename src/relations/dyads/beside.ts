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
    readonly pledges: readonly string[];
  }[];
  readonly conflicts: ConflictsBeside;
  /** The last days, or years, that the records reach. */
  readonly covers: { readonly assembly: string; readonly alliances: number };
}

/** What the records hold of two states; null where one of them is no single state. */
export function besideDyad(record: OfficialRecord, one: string, other: string): Beside | null {
  if (one === other || !record.countries.has(one) || !record.countries.has(other)) return null;
  const { assembly, council, alliances } = record;
  const sessions = assembly.agreement(one, other);
  const last = sessions.at(-1);
  const before = sessions.slice(0, -1).toReversed();
  const agreement = councilAgreement(council, [one, other]);
  const vetoed = council.votes.filter(({ vetoedBy }) => vetoedBy.length > 0);
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
    alliances: alliances.between(one, other).map(({ from, to, pledges }) => ({ from, to, pledges })),
    conflicts: conflictsBeside(record.conflicts, [one, other]),
    covers: { assembly: assembly.covers.to, alliances: alliances.covers.to },
  };
}
