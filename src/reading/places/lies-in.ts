import { foldName } from '../../registry/gazetteer/fold.js';
import { distanceBetween, type KnownPlace } from '../../registry/geography/geography.js';
import { isState } from '../../registry/sectors.js';
import type { Spot } from './place-spots.js';

/** **Units** kilometres: how far from its middle what lies in a region can be, and in a town. */
const REACH = { region: 500, district: 150, city: 60 };

/** Whether a place lies in what a holder names. */
export function liesIn(place: KnownPlace, { listing, namesakes }: Spot): boolean {
  if (listing === null) {
    return namesakes.some(
      (one) =>
        one.country === place.country &&
        (one.kind === 'region' ? one.name === place.region : distanceBetween(one, place) < REACH[one.kind]),
    );
  }
  const { country, latitude, longitude } = listing;
  // "Athens, Georgia", "Buffalo, New York": the region, whatever else is known by its name.
  if (place.region !== null && foldName(place.region) === foldName(listing.name)) return true;
  if (isState(country) && country !== place.country) return false;
  if (listing.kind !== 'place') return country === place.country && listing.place !== 'region';
  if (latitude === null || longitude === null) return false;
  return (
    distanceBetween({ latitude, longitude }, place) < REACH[listing.place === 'city' ? 'city' : 'region']
  );
}
