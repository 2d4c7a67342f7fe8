import { cut, type TokenRange } from '../../document/span.js';
import type { Listing } from '../../registry/registry.js';
import { isState } from '../../registry/sectors.js';
import type { NameMark } from '../actors/marks.js';
import { caseOf } from '../actors/phrase.js';
import type { Scene } from '../actors/scene.js';
import { standingOf } from '../actors/stands-for.js';
import type { PlaceMention } from '../cast.js';
import type { Place } from '../contract.js';

/** Every name of a place that is one where it stands; a country's name always is. */
export function findPlaces(scene: Scene): PlaceMention[] {
  const { doc, marks } = scene;
  const found: PlaceMention[] = [];
  for (const mark of marks.names) {
    const listing = placeOf(scene, mark);
    if (listing === undefined || isPartOfOtherName(scene, mark) || isOfDisease(scene, mark)) continue;
    const { from, to, head } = mark;
    found.push({ head, from, to, place: place(scene, listing, from, to) });
  }
  for (const name of doc.names) {
    if ((name.type !== 'place' && name.type !== 'facility') || marks.nameAt[name.head]! >= 0) continue;
    if (scene.people.at(name.head) !== undefined || isOfDisease(scene, name)) continue;
    const span = cut(doc.report.text, name.start, name.end);
    const country = countryAround(scene, name.head, name.from, name.to);
    const kind = name.type === 'facility' ? 'site' : kindOf(scene, name.from, null);
    found.push({
      head: name.head,
      from: name.from,
      to: name.to,
      place: { name: name.text, country, latitude: null, longitude: null, kind, span },
    });
  }
  return found;
}

/** What a name is as a place where it stands; undefined where it only stands for those who act. */
function placeOf({ doc, registry }: Scene, { from, to, head, listing }: NameMark): Listing | undefined {
  switch (listing.kind) {
    case 'country':
    case 'place':
      return listing;
    case 'capital':
    case 'seat':
      return standingOf(doc, head).place ? listing : undefined;
    case 'bloc': {
      // "In Africa"; but "Africa demands".
      if (!standingOf(doc, head).place) return undefined;
      const name = doc.tokens.slice(from, to).map(({ text }) => text);
      return registry.gazetteer.find(name.join(' ')).find(({ kind }) => kind === 'place');
    }
    default:
      return undefined;
  }
}

function place(scene: Scene, listing: Listing, from: number, to: number): Place {
  const { doc } = scene;
  const span = cut(doc.report.text, doc.tokens[from]!.start, doc.tokens[to - 1]!.end);
  return {
    name: listing.name,
    country: listing.country,
    latitude: listing.latitude,
    longitude: listing.longitude,
    kind: kindOf(scene, from, listing),
    span,
  };
}

const REGION_WORDS = new Set(
  'province region state county governorate oblast peninsula island valley strip desert sea gulf mountains river lake'.split(
    ' ',
  ),
);

/** As listed; else the words around the name tell towns from regions, and it is taken for a town where none do. */
function kindOf(scene: Scene, from: number, listing: Listing | null): Place['kind'] {
  const { doc } = scene;
  if (listing?.kind === 'country') return 'country';
  if (listing?.kind === 'capital') return 'city';
  if (listing?.kind === 'seat') return 'site';
  if (listing?.place != null) return listing.place;
  const name = listing?.name ?? doc.tokens[from]!.text;
  const last = name.slice(name.lastIndexOf(' ') + 1).toLowerCase();
  if (REGION_WORDS.has(last)) return 'region';
  const before = doc.lemmas[from - 2]?.toLowerCase() ?? '';
  const of = doc.tokens[from - 1]?.text === 'of';
  const after = doc.lemmas[from + 1]?.toLowerCase() ?? '';
  return (of && REGION_WORDS.has(before)) || REGION_WORDS.has(after) ? 'region' : 'city';
}

/** "the village of Kafr in northern Syria", "Homs, Syria": the country that the phrase itself gives. */
function countryAround(scene: Scene, head: number, from: number, to: number): string | null {
  const { doc, marks } = scene;
  const next = marks.names[marks.nameAt[doc.tokens[to]?.text === ',' ? to + 1 : to] ?? -1];
  if (next !== undefined && isState(next.listing.country) && next.listing.kind !== 'demonym') {
    return next.listing.country;
  }
  for (const child of doc.tree.children[head] ?? []) {
    const mark = marks.names[marks.nameAt[child] ?? -1];
    if (mark === undefined || !isState(mark.listing.country)) continue;
    const word = caseOf(doc, child);
    if (child < from || word === 'in' || word === 'of') return mark.listing.country;
  }
  return null;
}

/** "West Nile virus", "Rift Valley fever": diseases bear the names of places where they were found. */
function isOfDisease({ doc }: Scene, { to }: TokenRange): boolean {
  return /^(?:virus|fever|disease|flu|influenza|encephalitis|syndrome|variant|strain)$/i.test(
    doc.lemmas[to] ?? '',
  );
}

/** "Kabul" in "Kabul University" is no place of its own, "Kabul" in "Kabul Airport" neither. */
function isPartOfOtherName(scene: Scene, mark: NameMark): boolean {
  const own = scene.doc.names[scene.marks.ownNameAt[mark.from] ?? -1];
  if (own === undefined || own.type === 'place' || own.type === 'people') return false;
  // "Khan Shaykhun" as a whole is the town, whatever the name finder takes it for; "Paris" in "Paris Hilton" is none.
  const isWhole = own.from === mark.from && own.to === mark.to;
  if (own.type === 'person') return !(isWhole && mark.to - mark.from > 1);
  return own.from <= mark.from && own.to >= mark.to && own.to - own.from > mark.to - mark.from;
}
