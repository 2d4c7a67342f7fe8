import { overlaps, type Range } from '../src/document/span.js';
import { analyseReport, type Engine } from '../src/pipeline.js';
import { findCast } from '../src/reading/actors/find-cast.js';
import type { Place } from '../src/reading/contract.js';
import { distanceBetween } from '../src/registry/geography/geography.js';
import { asReport } from './as-report.js';
import { percent } from './percent.js';
import { type GoldPlace, readPlacedTexts } from './place-gold.js';
import type { Task } from './task.js';

/** **Units** kilometres: a hundred miles, within which the field counts a place as found (Leidner 2007 and since). */
const NEAR = 161;

/** Names of places, both ends right, and how far from the truth they were put. */
export const places: Task = {
  name: 'places',
  takes: "an XML file of GeoVirus' form",
  run: (path, { engine, errors }) => {
    const count = { gold: 0, found: 0, exact: 0, overlap: 0, placed: 0, near: 0 };
    const distances: number[] = [];
    const perKind = new Map<Place['kind'], { recognised: number; near: number }>();
    const rows = readPlacedTexts(path);
    for (const { text, places: gold } of rows) {
      const found = placesIn(text, engine());
      const used = new Set<Place>();
      count.gold += gold.length;
      count.found += found.length;
      for (const one of gold) {
        const touching = found.filter((place) => !used.has(place) && overlaps(place.span, one));
        const exact = touching.find(({ span }) => isSame(span, one));
        const match = exact ?? touching[0];
        if (match === undefined) {
          if (errors) console.error(`missed\t${one.name}\t${around(text, one)}`);
          continue;
        }
        used.add(match);
        count.overlap++;
        if (exact === undefined) {
          if (errors) console.error(`cut\t${one.name}\t${match.span.text}\t${around(text, one)}`);
          continue;
        }
        count.exact++;
        const own = perKind.get(exact.kind) ?? { recognised: 0, near: 0 };
        perKind.set(exact.kind, own);
        own.recognised++;
        const off = distance(one, exact);
        if (off !== undefined) {
          count.placed++;
          distances.push(off);
        }
        if (off !== undefined && off <= NEAR) {
          count.near++;
          own.near++;
        } else if (errors) {
          const told = off === undefined ? 'nowhere' : `${Math.round(off)} km off`;
          console.error(`far\t${one.name}\t${told} (${exact.country}, ${exact.kind})\t${around(text, one)}`);
        }
      }
      if (!errors) continue;
      for (const place of found) {
        if (!used.has(place)) console.error(`extra\t${place.span.text}\t${around(text, place.span)}`);
      }
    }
    distances.sort((a, b) => a - b);
    return {
      texts: rows.length,
      gold: count.gold,
      found: count.found,
      recognitionF1: percent(2 * count.exact, count.gold + count.found),
      precision: percent(count.exact, count.found),
      recall: percent(count.exact, count.gold),
      overlapF1: percent(2 * count.overlap, count.gold + count.found),
      within161km: percent(count.near, count.exact),
      placed: percent(count.placed, count.exact),
      medianKm: Math.round(distances[distances.length >> 1] ?? 0),
      perKind: Object.fromEntries(
        [...perKind].map(([kind, { recognised, near }]) => [
          kind,
          { recognised, within161km: percent(near, recognised) },
        ]),
      ),
    };
  },
};

/** Places as the reading has them, each stretch of text once. */
function placesIn(text: string, engine: Engine): Place[] {
  const doc = analyseReport(asReport(text), engine);
  const all = findCast(doc, engine.registry).places.map(({ place }) => place);
  return all.filter(
    (place, index) => !all.slice(0, index).some((earlier) => overlaps(earlier.span, place.span)),
  );
}

function isSame(a: Range, b: Range): boolean {
  return a.start === b.start && a.end === b.end;
}

/** **Units** kilometres along the great circle; undefined for a place without coordinates. */
function distance(gold: GoldPlace, { latitude, longitude }: Place): number | undefined {
  return latitude === null || longitude === null ? undefined : distanceBetween(gold, { latitude, longitude });
}

function around(text: string, { start, end }: Range): string {
  return text.slice(Math.max(0, start - 60), end + 40).replace(/\s+/g, ' ');
}
