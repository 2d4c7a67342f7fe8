import { describe, expect, it } from 'vitest';
import { reportFromText } from '../../intake/index.js';
import { analyseReport, type Engine, loadEngine, readReport } from '../../pipeline.js';
import { findCast } from '../actors/find-cast.js';
import type { Place } from '../contract.js';

let loaded: Engine | undefined;
const engine = () => {
  loaded ??= loadEngine();
  return loaded;
};

/** `words = kind COUNTRY latitude longitude`, to the degree. */
function brief({ span, kind, country, latitude, longitude }: Place): string {
  const point = latitude === null ? '?' : `${Math.round(latitude)} ${Math.round(longitude!)}`;
  return `${span.text} = ${kind} ${country ?? '-'} ${point}`;
}

const check = (text: string, ...expected: readonly string[]) =>
  it(text, () => {
    const doc = analyseReport(reportFromText(text), engine());
    expect(findCast(doc, engine().registry).places.map(({ place }) => brief(place))).toEqual(expected);
  });

describe('the words beside a name say which place it is', () => {
  check(
    'Floods hit Innisfail, Queensland, on Monday.',
    'Innisfail = city AUS -18 146',
    'Queensland = region AUS -23 145',
  );
  check(
    'Floods hit Innisfail, Alberta, on Monday.',
    'Innisfail = city CAN 52 -114',
    'Alberta = region CAN 55 -115',
  );
  check('A fire broke out in London, Ontario.', 'London = city CAN 43 -81', 'Ontario = region CAN 50 -86');
  check('A fire broke out in London.', 'London = city GBR 52 0');
  check(
    'A storm struck Blakely, Georgia, at noon.',
    'Blakely = city USA 31 -85',
    'Georgia = region USA 33 -84',
  );
  check('She was born in the Syrian town of Salqin.', 'Salqin = city SYR 36 36');
});

describe('the rest of the report says which place it is', () => {
  check(
    'Kenya sent doctors. The sick were treated in Isiolo.',
    'Kenya = country KEN 1 38',
    'Isiolo = city KEN 0 38',
  );
});

describe('what stays open has no coordinates', () => {
  check('The man lived in Burlington.', 'Burlington = city - ?');
});

describe('lands and parts of the world', () => {
  check('Cholera has spread in Africa.', 'Africa = region - 1 17');
  check('Africa demands a seat on the council.');
  check('Ten people caught Rift Valley fever.');
});

const checkEvent = (text: string, expected: string | null) =>
  it(text, () => {
    const places = readReport(reportFromText(text), engine()).events.map(({ place }) =>
      place === null ? null : `${place.name} ${place.kind}`,
    );
    expect(places[0]).toBe(expected);
  });

describe('an event lies', () => {
  describe('where its clause is set, as narrowly as it says', () => {
    checkEvent('Syrian troops arrested forty protesters in Homs, Syria.', 'Homs city');
    checkEvent('Rebels attacked a hospital near Goma on Sunday.', 'Goma city');
  });
  describe('where what it is done to lies', () => {
    checkEvent('Russia shelled Kherson.', 'Kherson city');
    checkEvent('Rebels shelled Innisfail, Queensland, on Monday, killing three.', 'Innisfail city');
    checkEvent('Shells hit Khan Shaykhun on Monday.', 'Khan Sheikhoun city');
    checkEvent('The Malian prime minister visited Lagos.', 'Lagos city');
  });
  describe('where the clause is set that it goes on from', () => {
    checkEvent('In Nairobi, students marched and police arrested ten of them.', 'Nairobi city');
  });
  describe('nowhere, where the sentence does not say so', () => {
    checkEvent('Turkey expelled two Russian diplomats.', null);
    checkEvent('Iran condemned an attack.', null);
  });
});
