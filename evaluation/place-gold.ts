import { readFileSync } from 'node:fs';
import type { Range } from '../src/document/span.js';
import { RapporteurError } from '../src/errors.js';
import { inner, inners, plainText, withoutComments } from './xml.js';

/** A place that a gold file names, and where it lies. **Units** degrees. */
export interface GoldPlace extends Range {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** A text with the places that it names. */
export interface PlacedText {
  readonly text: string;
  readonly places: readonly GoldPlace[];
}

/** GeoVirus counts characters from one or from nought, and is now and then off by a few more: the name says which. */
const SLACK = 8;

/** Reads a file of GeoVirus' form. **Errors** `evaluation.gold` where it holds no text or a name is not where it says. */
export function readPlacedTexts(path: string): PlacedText[] {
  const texts = inners(withoutComments(readFileSync(path, 'utf8')), 'article').map((article) => {
    const text = plainText(inner(article, 'text') ?? '');
    const places = inners(inner(article, 'locations') ?? '', 'location').map((xml) =>
      readPlace(path, text, xml),
    );
    return { text, places: places.sort((a, b) => a.start - b.start) };
  });
  if (texts.every(({ places }) => places.length === 0)) {
    throw new RapporteurError(
      'evaluation.gold',
      `No <location> within an <article> in ${path}. Give a file of GeoVirus' form: articles, each with text and locations (name, start, end, lat, lon).`,
    );
  }
  return texts;
}

function readPlace(path: string, text: string, xml: string): GoldPlace {
  const name = plainText(inner(xml, 'name') ?? '');
  const [told, latitude, longitude] = ['start', 'lat', 'lon'].map((key) => Number(inner(xml, key) ?? 'none'));
  const start = nearest(text, name, told! - 1);
  if (name === '' || start === undefined || !Number.isFinite(latitude! + longitude!)) {
    throw new RapporteurError(
      'evaluation.gold',
      `Bad location in ${path}: "${xml.trim()}". It needs a name that stands in the text at its start, and lat and lon in degrees.`,
    );
  }
  return { name, start, end: start + name.length, latitude: latitude!, longitude: longitude! };
}

/** Where a name stands that should be at a character or within a few of it. */
function nearest(text: string, name: string, at: number): number | undefined {
  for (let off = 0; off <= SLACK; off++) {
    for (const start of [at - off, at + off]) if (start >= 0 && text.startsWith(name, start)) return start;
  }
  return undefined;
}
