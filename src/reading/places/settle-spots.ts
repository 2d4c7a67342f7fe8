import type { Document } from '../../document/document.js';
import type { TokenRange } from '../../document/span.js';
import { foldName } from '../../registry/gazetteer/fold.js';
import type { Geography, KnownPlace, Point } from '../../registry/geography/geography.js';
import type { Listing } from '../../registry/registry.js';
import { isState } from '../../registry/sectors.js';
import { chooseNamesake, largestOf, regionKey, type Setting } from './choose-namesake.js';
import { holdersOf } from './holders.js';
import { liesIn } from './lies-in.js';
import { namedAsRegions } from './named-as-regions.js';
import { findSpots, isPlaceNoun, type Spot } from './place-spots.js';

/** A name with what it stands for. */
export interface SettledName extends TokenRange {
  readonly head: number;
  readonly listing: Listing;
}

/**
 * The places of the world that names stand for which no list of ours holds ("Innisfail, Queensland"), and those which
 * a listed name stands for where the words beside it say so ("London, Ontario").
 *
 * First those that are said to lie somewhere, then others of the same name, then those for which the report's other
 * places speak. What stays open is left out.
 */
export function settleSpots(
  doc: Document,
  geography: Geography,
  listed: readonly SettledName[],
): SettledName[] {
  const spots = findSpots(doc, geography, listed);
  const found = new Map<Spot, KnownPlace>();
  const told = new Map<string, KnownPlace>();
  const byHead = new Map(spots.map((spot) => [spot.head, spot]));
  spots.forEach((spot, index) => {
    const place = heldPlace(doc, geography, spots, index, byHead);
    if (place === undefined) return;
    found.set(spot, place);
    told.set(foldName(spot.name), place);
  });
  for (const [spot, region] of namedAsRegions(doc, geography, spots, found)) found.set(spot, region);
  const open = spots.filter((spot) => spot.listing === null && !found.has(spot));
  if (open.length > 0) {
    const setting = settingOf(spots, found);
    // A name told a hundred times is chosen for once.
    const chosen = new Map<readonly KnownPlace[], KnownPlace | undefined>();
    for (const spot of open) {
      const places = ofKind(doc, spot, spot.namesakes);
      if (!chosen.has(places)) chosen.set(places, chooseNamesake(places, setting));
      const place = told.get(foldName(spot.name)) ?? chosen.get(places);
      if (place !== undefined) found.set(spot, place);
    }
  }
  return [...found].map(([{ from, to, head, name }, place]) => ({
    from,
    to,
    head,
    listing: listingOf(name, place),
  }));
}

/** The place that a name stands for where it is said to lie in another. */
function heldPlace(
  doc: Document,
  geography: Geography,
  spots: readonly Spot[],
  index: number,
  byHead: ReadonlyMap<number, Spot>,
): KnownPlace | undefined {
  const spot = spots[index]!;
  const { listing } = spot;
  if (listing !== null && listing.kind !== 'capital' && listing.place !== 'city') return undefined;
  if (listing?.isOwn === true) return undefined;
  const holders = holdersOf(doc, spots, index, byHead);
  if (holders.length === 0) return undefined;
  // The listed place itself lies where it is said to: nothing to mend.
  if (listing !== null && holders.some((holder) => isListedIn(listing, holder))) return undefined;
  const places = listing === null ? spot.namesakes : geography.named(spot.name);
  const fitting = places.filter((place) => holders.some((holder) => liesIn(place, holder)));
  return largestOf(ofKind(doc, spot, fitting));
}

function isListedIn({ country, latitude, longitude }: Listing, holder: Spot): boolean {
  if (country === null || latitude === null || longitude === null) return true;
  const self = { name: '', kind: 'city', country, region: null, latitude, longitude, population: 0 } as const;
  return liesIn(self, holder);
}

/** "Scott County", "the district of Karo": districts and regions where a word says so and there are some. */
function ofKind(
  doc: Document,
  { from, to, head }: Spot,
  places: readonly KnownPlace[],
): readonly KnownPlace[] {
  const noun = isPlaceNoun(doc, to) ? to : (doc.tree.heads[head] ?? -1);
  const last = doc.lemmas[to - 1]!.toLowerCase();
  const word = noun >= 0 && (noun === to || noun === from - 2) ? doc.lemmas[noun]!.toLowerCase() : last;
  if (!AREAS.has(word)) return places;
  const areas = places.filter(({ kind }) => kind !== 'city');
  return areas.length > 0 ? areas : places;
}

const AREAS = new Set(
  'county department district governorate oblast prefecture province region state'.split(' '),
);

function settingOf(spots: readonly Spot[], found: ReadonlyMap<Spot, KnownPlace>): Setting {
  const lands = new Map<string, number>();
  const regions = new Set<string>();
  const points = new Map<string, Point>();
  const addPoint = ({ latitude, longitude }: Point) =>
    points.set(`${latitude} ${longitude}`, { latitude, longitude });
  for (const place of found.values()) addPoint(place);
  for (const spot of spots) {
    const country = found.get(spot)?.country ?? spot.listing?.country ?? null;
    if (isState(country)) lands.set(country, (lands.get(country) ?? 0) + 1);
    const isRegion = found.get(spot)?.kind === 'region' || spot.listing?.place === 'region';
    if (country !== null && isRegion) regions.add(regionKey(country, spot.name));
    const { kind, latitude, longitude, place } = spot.listing ?? {};
    const isPoint = kind === 'capital' || (kind === 'place' && place === 'city');
    if (isPoint && !found.has(spot) && latitude != null && longitude != null)
      addPoint({ latitude, longitude });
  }
  return { lands, most: Math.max(0, ...lands.values()), regions, points: [...points.values()] };
}

function listingOf(name: string, { kind, country, latitude, longitude }: KnownPlace): Listing {
  return {
    kind: 'place',
    name,
    country,
    sectors: [],
    members: [],
    id: null,
    latitude,
    longitude,
    place: kind === 'city' ? 'city' : 'region',
    isMinor: true,
  };
}
