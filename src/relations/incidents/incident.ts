import { incidentId } from '../../document/identity.js';
import type { Cluster, Joining } from './cluster.js';
import type { Reason } from './likeness.js';
import { type EventType, type Party, RECIPROCAL, STATUSES, type Status, type Telling } from './telling.js';

/** One event in the world, as all reports together tell it. */
export interface Incident {
  readonly id: string;
  readonly type: EventType;
  readonly mode: string | null;
  readonly quad: number;
  readonly score: number;
  readonly status: Status;
  /** **Shape** `YYYY-MM-DD`; null where no telling says a day and no report has one. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** Whether a text says the day; else it is that of the first report. */
  readonly isDayStated: boolean;
  readonly actors: readonly IncidentParty[];
  readonly recipients: readonly IncidentParty[];
  readonly place: string | null;
  /** Who did what to whom, in a line. */
  readonly title: string;
  /** How likely one of its independent tellings is right. **Units** 0–1 */
  readonly confidence: number;
  readonly reports: number;
  /** Reports less those that only repeat others. */
  readonly sources: number;
  readonly tellings: readonly IncidentTelling[];
  /** Numbers of dead and injured as they were told, in order of publication. */
  readonly tolls: readonly Toll[];
  /** Where tellings differ: what about, and who tells what. */
  readonly disagreements: readonly Disagreement[];
}

export interface IncidentParty {
  readonly name: string;
  readonly country: string | null;
  readonly sectors: readonly string[];
}

export interface IncidentTelling {
  readonly event: string;
  readonly report: string;
  readonly source: string;
  readonly published: string | null;
  /** The telling that it was joined to, and what spoke for it and against; null for the first. */
  readonly joinedTo: string | null;
  readonly because: 'ruled' | 'copied' | readonly Reason[] | null;
}

export interface Toll {
  readonly report: string;
  readonly published: string | null;
  readonly dead: number | null;
  readonly injured: number | null;
}

export interface Disagreement {
  readonly about: 'whether' | 'type' | 'day' | 'place' | 'dead' | 'injured';
  readonly values: readonly { readonly value: string; readonly reports: readonly string[] }[];
}

/** What a cluster of tellings amounts to: what most independent ones tell, and what they differ in. */
export function incidentOf({ tellings, joined }: Cluster): Incident {
  const inOrder = [...tellings].sort(
    (a, b) => (a.published ?? LATE) - (b.published ?? LATE) || (a.id < b.id ? -1 : 1),
  );
  const first = inOrder[0]!;
  const status = STATUSES.find((one) => tellings.some((telling) => telling.status === one))!;
  const vouching = inOrder.filter((telling) => telling.status === status);
  const type = most(vouching.map((one) => one.type!))!;
  const typed = vouching.filter((one) => one.type === type);
  const stated = vouching.flatMap(({ days }) => days ?? []);
  const published = inOrder.find((one) => one.published !== null)?.published ?? null;
  // The shortest time that a text gives is the most exact.
  const days = stated.reduce<{ from: number; to: number } | null>(
    (best, one) => (best === null || one.to - one.from < best.to - best.from ? one : best),
    null,
  );
  const actors = parties(vouching.flatMap((one) => one.actors));
  const recipients = parties(vouching.flatMap((one) => one.recipients)).filter(
    ({ name }) => !actors.some((actor) => actor.name === name),
  );
  const place = most(vouching.flatMap((one) => one.place?.label ?? [])) ?? null;
  return {
    id: incidentId(inOrder.map((one) => one.id).sort()[0]!),
    type,
    mode: most(typed.flatMap((one) => one.mode ?? [])) ?? null,
    quad: typed[0]!.quad,
    score: mean(typed.map((one) => one.score)),
    status,
    firstDay: dayOf(days?.from ?? published),
    lastDay: dayOf(days?.to ?? published),
    isDayStated: days !== null,
    actors,
    recipients,
    place,
    title: titleOf(type, actors, recipients),
    confidence: confidenceOf(vouching),
    reports: new Set(tellings.map((one) => one.report)).size,
    sources: new Set(tellings.map((one) => one.source)).size,
    tellings: inOrder.map((one) => ({
      event: one.id,
      report: one.report,
      source: one.source,
      published: dayOf(one.published),
      ...reasonsOf(joined.get(one.id)),
    })),
    tolls: inOrder
      .filter((one) => one.dead !== null || one.injured !== null)
      .map(({ report, published, dead, injured }) => ({
        report,
        published: dayOf(published),
        dead,
        injured,
      })),
    disagreements: disagreements(inOrder, first),
  };
}

const LATE = Number.MAX_SAFE_INTEGER;

function reasonsOf(joining: Joining | undefined): Pick<IncidentTelling, 'joinedTo' | 'because'> {
  if (joining === undefined) return { joinedTo: null, because: null };
  const { to, likeness } = joining;
  return { joinedTo: to, because: typeof likeness === 'string' ? likeness : likeness.because };
}

/** Parties by what they are told as most often; of one country the best named stands for the rest. */
function parties(all: readonly Party[]): IncidentParty[] {
  const groups = new Map<string, Party[]>();
  for (const party of all) {
    const key =
      party.person ?? (party.country === null ? party.name : `${party.country} ${party.sectors[0] ?? ''}`);
    groups.set(key, [...(groups.get(key) ?? []), party]);
  }
  return [...groups.values()]
    .sort((a, b) => b.length - a.length || (a[0]!.name < b[0]!.name ? -1 : 1))
    .map((group) => {
      const label = most(group.map((one) => one.label))!;
      const { country, sectors } = group.find((one) => one.label === label)!;
      return { name: label, country, sectors };
    });
}

/** The probability that one of the independent tellings is right, were their faults independent too; copies add none. */
function confidenceOf(tellings: readonly Telling[]): number {
  const bySource = new Map<string, number>();
  for (const { source, confidence } of tellings)
    bySource.set(source, Math.max(confidence, bySource.get(source) ?? 0));
  let wrong = 1;
  for (const confidence of bySource.values()) wrong *= 1 - confidence;
  return Math.round(1000 * (1 - wrong)) / 1000;
}

function disagreements(tellings: readonly Telling[], { type }: Telling): Disagreement[] {
  const found: Disagreement[] = [];
  const compare = (about: Disagreement['about'], tell: (one: Telling) => string | null) => {
    const values = new Map<string, Set<string>>();
    for (const one of tellings) {
      const value = tell(one);
      if (value !== null) values.set(value, (values.get(value) ?? new Set()).add(one.report));
    }
    if (values.size > 1)
      found.push({
        about,
        values: [...values].map(([value, reports]) => ({ value, reports: [...reports].sort() })),
      });
  };
  compare('whether', (one) => (one.status === 'happened' || one.status === 'unreal' ? one.status : null));
  compare('type', (one) => one.type ?? type);
  compare('day', ({ days }) => (days !== null && days.from === days.to ? dayOf(days.from) : null));
  compare('place', ({ place }) => (place?.isTown === true ? place.label : null));
  compare('dead', ({ dead }) => (dead === null ? null : String(dead)));
  compare('injured', ({ injured }) => (injured === null ? null : String(injured)));
  return found;
}

function titleOf(
  type: EventType,
  actors: readonly IncidentParty[],
  recipients: readonly IncidentParty[],
): string {
  const names = (all: readonly IncidentParty[]) =>
    all.length === 0
      ? '?'
      : all.length > 3
        ? `${all
            .slice(0, 3)
            .map(({ name }) => name)
            .join(', ')} …`
        : all.map(({ name }) => name).join(', ');
  return `${names(actors)} ${RECIPROCAL.has(type) ? '↔' : '→'} ${names(recipients)}`;
}

/** What stands most often in a list; of several the smallest, so that the order of the list does not matter. */
function most<T extends string>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

function mean(values: readonly number[]): number {
  return Math.round((100 * values.reduce((sum, one) => sum + one, 0)) / values.length) / 100;
}

function dayOf(day: number | null): string | null {
  return day === null ? null : new Date(day * 86_400_000).toISOString().slice(0, 10);
}
