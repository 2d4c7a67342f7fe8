import type { Document } from '../../document/document.js';
import { foldName } from '../../registry/gazetteer/fold.js';
import type { Geography, KnownPlace } from '../../registry/geography/geography.js';
import type { Spot } from './place-spots.js';

/**
 * Names of towns and countries that stand for a region of the same name: "Athens, Georgia", "Washington state", "the
 * states of Texas and Georgia", "Oklahoma, Washington and Wisconsin". Where a country's name once does, it does
 * throughout the report.
 */
export function namedAsRegions(
  doc: Document,
  geography: Geography,
  spots: readonly Spot[],
  settled: ReadonlyMap<Spot, KnownPlace>,
): Map<Spot, KnownPlace> {
  const found = new Map<Spot, KnownPlace>();
  spots.forEach((spot, index) => {
    if (!isTownOrCountry(spot)) return;
    const regions = geography.named(spot.name).filter(({ kind }) => kind === 'region');
    const region = regions.find(
      (one) =>
        holds(one, spots[index - 1], spot, settled) ||
        isCalledState(doc, spot, one) ||
        isAmongRegions(doc, spots, index, one),
    );
    if (region !== undefined) found.set(spot, region);
  });
  const lands = new Map<string, KnownPlace>();
  for (const [{ listing, name }, region] of found) if (listing?.kind === 'country') lands.set(name, region);
  for (const spot of spots) {
    const region = spot.listing?.kind === 'country' ? lands.get(spot.name) : undefined;
    if (region !== undefined) found.set(spot, region);
  }
  return found;
}

function isTownOrCountry({ listing }: Spot): boolean {
  return listing?.kind === 'country' || listing?.kind === 'capital' || listing?.place === 'city';
}

/** "Buffalo, New York": the place before the comma lies in that region. */
function holds(
  region: KnownPlace,
  before: Spot | undefined,
  spot: Spot,
  settled: ReadonlyMap<Spot, KnownPlace>,
): boolean {
  const place = before === undefined ? undefined : settled.get(before);
  if (place?.region == null || before!.to + 1 !== spot.from) return false;
  return place.country === region.country && foldName(place.region) === foldName(region.name);
}

/** "Washington state", "the state of Washington". */
function isCalledState(doc: Document, { from, to, listing }: Spot, region: KnownPlace): boolean {
  if (listing?.kind === 'country' && listing.country === region.country) return false;
  const after = doc.tokens[to]?.text ?? '';
  const before = doc.tokens[from - 1]?.text === 'of' ? (doc.lemmas[from - 2] ?? '') : '';
  return /^state$/i.test(after) || /^state$/i.test(before);
}

/** Between or beside other regions of the same land. */
function isAmongRegions(doc: Document, spots: readonly Spot[], index: number, region: KnownPlace): boolean {
  const isRegion = (at: number) =>
    spots[at]?.listing?.place === 'region' &&
    spots[at]!.listing!.kind === 'place' &&
    spots[at]!.listing!.country === region.country;
  const isFirst = !isJoined(doc, spots, index - 1);
  const isLast = !isJoined(doc, spots, index);
  if (isFirst && isLast) return false;
  return (isFirst || isRegion(index - 1)) && (isLast || isRegion(index + 1));
}

/** Whether a spot and the next are members of one enumeration. */
function isJoined(doc: Document, spots: readonly Spot[], index: number): boolean {
  const [one, next] = [spots[index], spots[index + 1]];
  if (one === undefined || next === undefined || next.from - one.to > 2 || next.from === one.to) return false;
  for (let at = one.to; at < next.from; at++)
    if (!/^(?:,|and|or|&)$/.test(doc.tokens[at]!.text)) return false;
  return true;
}
