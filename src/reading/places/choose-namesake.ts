import { foldName } from '../../registry/gazetteer/fold.js';
import { distanceBetween, type KnownPlace, type Point } from '../../registry/geography/geography.js';

/** What a report has told of where it is set, before a name is settled. */
export interface Setting {
  /** How often each country was named, by its code. */
  readonly lands: ReadonlyMap<string, number>;
  /** How often the country was named that was named most. */
  readonly most: number;
  /** The regions that it names, by country and folded name. */
  readonly regions: ReadonlySet<string>;
  /** Where the places lie that are known. */
  readonly points: readonly Point[];
}

/** **Units** kilometres: as near as this, a place supports another. */
const NEAR = 200;

/** **Units** kilometres: two towns as near as this are as good as one, and so are a town and its own region. */
const SAME = { town: 60, area: 300 };

/** **Units** people: a place that a report may name without saying where it lies. */
const WELL_KNOWN = 200_000;

/** How much better than the next the best must be. **Units** those of `worthOf`, tenfold numbers of people. */
const MARGIN = 0.7;

/**
 * The one place of several of a name that a report without a word on where it lies means: in a land that it names,
 * near others that it names, and the larger the likelier. Undefined where that leaves more than one, or where nothing
 * speaks for the best of them.
 */
export function chooseNamesake(places: readonly KnownPlace[], setting: Setting): KnownPlace | undefined {
  const ranked = places
    .map((place) => ({ place, worth: worthOf(place, setting) }))
    .sort((a, b) => b.worth - a.worth);
  const best = ranked[0];
  if (best === undefined) return undefined;
  const rival = ranked.find(({ place }) => !isAsGoodAs(place, best.place));
  if (rival !== undefined && best.worth - rival.worth < MARGIN) return undefined;
  const isSupported =
    setting.lands.has(best.place.country) ||
    isNear(best.place, setting) ||
    best.place.population >= WELL_KNOWN;
  if (!isSupported) return undefined;
  return (
    ranked.find(({ place }) => place.kind === 'city' && isAsGoodAs(place, best.place))?.place ?? best.place
  );
}

function isAsGoodAs(place: KnownPlace, best: KnownPlace): boolean {
  const reach = place.kind === best.kind ? SAME.town : SAME.area;
  return place.country === best.country && distanceBetween(place, best) <= reach;
}

/** Of several that lie where somebody says: the largest town, or the largest area where there is no town. */
export function largestOf(places: readonly KnownPlace[]): KnownPlace | undefined {
  const rank = ({ kind, population }: KnownPlace) => population + (kind === 'city' ? TOWNS_FIRST : 0);
  return places.reduce<KnownPlace | undefined>(
    (best, one) => (best === undefined || rank(one) > rank(best) ? one : best),
    undefined,
  );
}

/** **Units** people: more than live in any area. */
const TOWNS_FIRST = 1e10;

function worthOf(place: KnownPlace, setting: Setting): number {
  const told = setting.lands.get(place.country) ?? 0;
  return (
    Math.log10(Math.max(300, place.population)) +
    (told > 0 ? 2 : 0) +
    (told > 0 && told === setting.most ? 1 : 0) +
    (isNear(place, setting) || isInNamedRegion(place, setting) ? 2 : 0)
  );
}

function isInNamedRegion({ country, region }: KnownPlace, { regions }: Setting): boolean {
  return region !== null && regions.has(regionKey(country, region));
}

/** What `Setting.regions` holds of a region. */
export function regionKey(country: string, name: string): string {
  return `${country} ${foldName(name)}`;
}

function isNear(place: KnownPlace, { points }: Setting): boolean {
  return points.some((point) => distanceBetween(point, place) < NEAR);
}
