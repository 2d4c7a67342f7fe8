import type { ConflictRole, Incompatibility, Intensity } from '../../registry/conflicts/armed-conflicts.js';
import type { Conflicts } from '../../registry/conflicts/conflicts.js';
import type { FatalityClass, Hostility } from '../../registry/conflicts/disputes.js';
import type { PairAndTime } from '../../registry/conflicts/pair-cells.js';
import type { RivalryKind } from '../../registry/conflicts/rivalries.js';

/**
 * When something was: as fine as the source knows it, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 *
 * **Shape** `to` is null for what went on where the record ends; or on the day that was asked for, as far as is known.
 */
interface When {
  readonly from: string;
  readonly to: string | null;
}

/** What the lists of conflicts hold of two states; values of either side stand under its code. */
export interface ConflictsBeside {
  /** **Shape** what it came to is null where it came to it only after the day that was asked for, or may have. */
  readonly disputes: readonly (When & {
    readonly highest: Hostility | null;
    readonly hostility: Readonly<Record<string, Hostility>> | null;
    readonly fatalities: Readonly<Record<string, FatalityClass | null>> | null;
    readonly first: string;
  })[];
  readonly rivalries: readonly (When & { readonly kinds: readonly RivalryKind[] })[];
  readonly armed: readonly (When & {
    readonly intensity: Intensity | null;
    readonly about: readonly Incompatibility[];
    readonly role: Readonly<Record<string, ConflictRole>>;
    readonly within: string | null;
  })[];
  /** The day that was asked for, null where none was. */
  readonly until: string | null;
  /** The last year of each list, as far as it was asked for: that nothing stands there for later years is not peace. */
  readonly covers: { readonly disputes: number; readonly rivalries: number; readonly armed: number };
}

/** What two states fought over or came near to; nothing that lies after `until` (`YYYY-MM-DD`). */
export function conflictsBeside(
  conflicts: Conflicts,
  [one, other]: readonly [string, string],
  until: string | null = null,
): ConflictsBeside {
  const { disputes, rivalries, armed } = conflicts.between(one, other);
  const known = <Found extends PairAndTime>(all: readonly Found[]) =>
    all.filter(({ from }) => until === null || from <= until.slice(0, from.length));
  const goesOn = ({ to }: PairAndTime) => until !== null && to >= until.slice(0, to.length) && to !== until;
  const when = (found: PairAndTime) => ({
    from: found.from,
    to: found.isOpen || goesOn(found) ? null : found.to,
  });
  const bySide = <Value>(found: PairAndTime, value: { readonly one: Value; readonly other: Value }) => ({
    [found.one]: value.one,
    [found.other]: value.other,
  });
  const last = (year: number) => (until === null ? year : Math.min(year, Number(until.slice(0, 4))));
  const { covers } = conflicts;
  return {
    disputes: known(disputes).map((dispute) => ({
      ...when(dispute),
      highest: goesOn(dispute) ? null : dispute.highest,
      hostility: goesOn(dispute) ? null : bySide(dispute, dispute.hostility),
      fatalities: goesOn(dispute) ? null : bySide(dispute, dispute.fatalities),
      first: dispute.first,
    })),
    rivalries: known(rivalries).map((rivalry) => ({ ...when(rivalry), kinds: rivalry.kinds })),
    armed: known(armed).map((conflict) => ({
      ...when(conflict),
      intensity: goesOn(conflict) ? null : conflict.intensity,
      about: conflict.about,
      role: bySide(conflict, conflict.role),
      within: conflict.within,
    })),
    until,
    covers: {
      disputes: last(covers.disputes.to),
      rivalries: last(covers.rivalries.to),
      armed: last(covers.armed.to),
    },
  };
}
