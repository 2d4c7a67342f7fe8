/**
 * A settlement, a district or a region of the world. **Units** degrees; `population` counts people and is 0 where it
 * is not known. `region` is the name of the region that it lies in, null for regions themselves and where none is
 * known.
 */
export interface KnownPlace {
  readonly name: string;
  readonly kind: 'city' | 'district' | 'region';
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  readonly region: string | null;
  readonly latitude: number;
  readonly longitude: number;
  readonly population: number;
}

/** Where places lie: some 200,000, most of them small. What news is told of stands in the gazetteer, which comes first. */
export interface Geography {
  /** Every place of this name, marks and case aside, with or without a word for its kind ("Abia", "Abia State"). */
  named(name: string): readonly KnownPlace[];
}

/** **Units** kilometres. */
const EARTH_RADIUS = 6371;

/** A point on the earth. **Units** degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** **Units** kilometres, along the great circle. */
export function distanceBetween(a: Point, b: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (angle: number) => Math.sin(angle / 2) ** 2;
  const [from, to] = [radians(a.latitude), radians(b.latitude)];
  const chord = half(to - from) + Math.cos(from) * Math.cos(to) * half(radians(b.longitude - a.longitude));
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(chord)));
}
