import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readPlacedTexts } from './place-gold.js';

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-places-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(xml: string) {
  const path = join(folder, 'gold.xml');
  writeFileSync(path, xml);
  return readPlacedTexts(path);
}

const article = (text: string, ...locations: readonly string[]) =>
  `<articles><article><text>${text}</text><locations>${locations.join('')}</locations></article></articles>`;
const location = (name: string, start: number | string, lat = '1.5', lon = '-2') =>
  `<location><name>${name}</name><start>${start}</start><lat>${lat}</lat><lon>${lon}</lon></location>`;

describe('a place is read', () => {
  it('where its name stands, with starts that count from one', () =>
    expect(read(article('Oil &amp; gas in Lima.', location('Lima', 14)))[0]!.places).toEqual([
      { name: 'Lima', start: 13, end: 17, latitude: 1.5, longitude: -2 },
    ]));
  it('where its name stands a few characters on', () =>
    expect(read(article('In old Lima.', location('Lima', 6)))[0]!.places[0]!.start).toBe(7));
  it('without those that are commented out', () =>
    expect(
      read(article('In Lima.', location('Lima', 4), '<!--<location></location>-->'))[0]!.places,
    ).toHaveLength(1));
});

describe('gold is refused', () => {
  const refuse = (what: string, xml: string, message: RegExp) =>
    it(what, () => expect(() => read(xml)).toThrow(message));
  refuse('without places', article('In Lima.'), /No <location> within an <article>/);
  refuse('with a name that is not there', article('In Lima.', location('Oslo', 4)), /Bad location .*Oslo/);
  refuse('without degrees', article('In Lima.', location('Lima', 4, 'north')), /Bad location/);
});
