import { eventsNear, eventsTogether } from '../../archive/incidents.js';
import type { Archive } from '../../archive/index.js';
import { byOriginality, type Ruling, signatureOf } from './cluster.js';
import { groupBy } from './group-by.js';
import type { KeptTellings } from './kept-tellings.js';
import { likenessOf } from './likeness.js';
import type { Telling } from './telling.js';
import { keysOf, REACH } from './telling-keys.js';

/** So many steps from link to link are gone. */
const ROUNDS = 40;

/**
 * Groups of tellings that hang together by links, each with at least one of the seeds: all that may be one incident with
 * them, and whatever may be one with that.
 *
 * **Shape** two tellings are linked where they are alike, are the same copied words, or are ruled to be one. Of copies only
 * the original is compared with others.
 */
export async function hangingTogether(
  archive: Archive,
  kept: KeptTellings,
  seeds: readonly Telling[],
  rulings: readonly Ruling[],
): Promise<Telling[][]> {
  const known = new Map(seeds.map((one) => [one.id, one]));
  const groups = makeGroups(seeds.map(({ id }) => id));
  const ruled = rulings.filter(({ same }) => same);
  let frontier: readonly Telling[] = seeds;
  for (let round = 0; frontier.length > 0 && round < ROUNDS; round++) {
    const near = await inReach(archive, kept, frontier, ruled, known);
    const next: Telling[] = [];
    const reach = (one: Telling, other: Telling) => {
      if (!groups.has(other.id)) {
        known.set(other.id, other);
        next.push(other);
      }
      groups.join(one.id, other.id);
    };
    const copies = groupBy(
      [...new Map([...near, ...frontier].map((one) => [one.id, one])).values()],
      signatureOf,
    );
    const originals = new Map([...copies].map(([signature, same]) => [signature, same.reduce(moreOriginal)]));
    const byKey = new Map<number, Telling[]>();
    for (const one of originals.values())
      for (const { key } of keysOf(one)) byKey.set(key, [...(byKey.get(key) ?? []), one]);
    for (const signature of new Set(frontier.map(signatureOf))) {
      const same = copies.get(signature)!;
      const anchor = same.find(({ id }) => groups.has(id))!;
      for (const copy of same) reach(anchor, copy);
      const original = originals.get(signature)!;
      for (const other of new Set(keysOf(original).flatMap(({ key }) => byKey.get(key) ?? [])))
        if (!groups.areTogether(anchor.id, other.id) && likenessOf(original, other).score > 0)
          reach(anchor, other);
    }
    const loaded = new Map(near.map((one) => [one.id, one]));
    for (const { event, other } of ruled) {
      const [one, two] = [known.get(event) ?? loaded.get(event), known.get(other) ?? loaded.get(other)];
      if (one === undefined || two === undefined) continue;
      if (groups.has(one.id)) reach(one, two);
      else if (groups.has(two.id)) reach(two, one);
    }
    // Whoever stood in one incident with these is parted anew with them: none is left behind.
    const mates = await eventsTogether(
      archive,
      next.map(({ id }) => id),
    );
    for (const telling of await kept.ofEvents(mates.filter((id) => !known.has(id)))) {
      known.set(telling.id, telling);
      groups.add(telling.id);
      next.push(telling);
    }
    frontier = next;
  }
  return groups.all().map((ids) => ids.map((id) => known.get(id)!));
}

/** All that may be linked to some tellings: those that share a key about the same days, and those that rulings name. */
async function inReach(
  archive: Archive,
  kept: KeptTellings,
  tellings: readonly Telling[],
  ruled: readonly Ruling[],
  known: ReadonlyMap<string, Telling>,
): Promise<Telling[]> {
  const ids = new Set(await eventsNear(archive, tellings.flatMap(keysOf), REACH));
  const own = new Set(tellings.map(({ id }) => id));
  for (const { event, other } of ruled) if (own.has(event) || own.has(other)) ids.add(event).add(other);
  const unknown = await kept.ofEvents([...ids].filter((id) => !known.has(id)));
  return [...unknown, ...[...ids].flatMap((id) => known.get(id) ?? [])];
}

function moreOriginal(a: Telling, b: Telling): Telling {
  return byOriginality(a, b) <= 0 ? a : b;
}

interface Groups {
  has(id: string): boolean;
  add(id: string): void;
  /** Puts the groups of two together; the second may be new. */
  join(one: string, other: string): void;
  areTogether(one: string, other: string): boolean;
  all(): string[][];
}

/** Disjoint sets. **Source** Galler and Fischer 1964, paths halved. */
function makeGroups(ids: readonly string[]): Groups {
  const parent = new Map(ids.map((id) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    for (let up = parent.get(at)!; up !== at; up = parent.get(at)!) {
      parent.set(at, parent.get(up)!);
      at = up;
    }
    return at;
  };
  const add = (id: string) => {
    if (!parent.has(id)) parent.set(id, id);
  };
  return {
    has: (id) => parent.has(id),
    add,
    join: (one, other) => {
      add(other);
      const [a, b] = [find(one), find(other)];
      if (a !== b) parent.set(a < b ? b : a, a < b ? a : b);
    },
    areTogether: (one, other) => parent.has(one) && parent.has(other) && find(one) === find(other),
    all: () => [...groupBy([...parent.keys()], find).values()],
  };
}
