import { describe, expect, it } from 'vitest';
import { loadCountries } from '../countries.js';
import type { Listing } from '../registry.js';
import { makeGazetteer } from './gazetteer.js';
import { loadNames } from './load-names.js';

const gazetteer = makeGazetteer(loadNames(loadCountries()));

/** The first listing of every name in a text, cut at blanks, as "words=kind country". */
function matches(text: string): string[] {
  const words = text.split(' ');
  const found: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const match = gazetteer.match(words, at);
    if (match === undefined) continue;
    const { kind, country, name } = match.listings[0]!;
    const named = words.slice(at, at + match.length).join(' ');
    found.push(`${named}=${kind} ${country ?? name}`);
    at += match.length - 1;
  }
  return found;
}

const check = (text: string, ...expected: string[]) => expect(matches(text)).toEqual(expected);

describe('names in a text', () => {
  it('take the longest that begins at a word', () => {
    check('the New York Times reported', 'New York Times=organisation USA');
    check('the UN Security Council met', 'UN Security Council=organisation UNO');
    check('Islamic State of Iraq and the Levant', 'Islamic State of Iraq and the Levant=group IMG');
    check('South Sudan and Sudan', 'South Sudan=country SSD', 'Sudan=country SDN');
  });

  it('need capitals where the listing has them', () => {
    check('they told us that US troops', 'US=country USA');
    check('cold turkey in Turkey', 'Turkey=country TUR');
    check('who is WHO', 'WHO=organisation UNO');
    check('an opec of Opec', 'Opec=organisation IGO');
    check('Us and Who');
  });

  it('are met in headlines in capitals, but for words that are common', () => {
    check('TURKEY WARNS RUSSIA', 'TURKEY=country TUR', 'RUSSIA=country RUS');
    check('WHO IS TO BLAME');
    check('US STRIKES SYRIA', 'US=country USA', 'SYRIA=country SYR');
  });

  it('pay no heed to dots, diacritics, apostrophes and hyphens', () => {
    check('the U.S. and the U.N.', 'U.S.=country USA', 'U.N.=organisation UNO');
    check("Cote d'Ivoire and Côte d’Ivoire", "Cote d'Ivoire=country CIV", 'Côte d’Ivoire=country CIV');
    check('Guinea - Bissau or Guinea-Bissau', 'Guinea - Bissau=country GNB', 'Guinea-Bissau=country GNB');
    check('al - Qaeda and Al-Qaida', 'al - Qaeda=group IMG', 'Al-Qaida=group IMG');
    check("Sana 'a", "Sana 'a=capital YEM");
  });

  it('leave a possessive out', () => {
    check("Kurdistan Workers ' Party", "Kurdistan Workers ' Party=group TUR");
    check("Iran 's minister", 'Iran=country IRN');
    check(
      "St John 's and Lord 's Resistance Army",
      "St John 's=capital ATG",
      "Lord 's Resistance Army=group UGA",
    );
  });

  it('need their article where it makes the name', () => {
    check('the West blames them', 'West=bloc West');
    check('drove West from there');
    check('in The Hague with William Hague', 'Hague=capital NLD');
  });

  it('tell what kind each is', () => {
    check('the Kremlin said', 'Kremlin=seat RUS');
    check('Syrian rebels', 'Syrian=demonym SYR');
    check('Paris and Washington', 'Paris=capital FRA', 'Washington=capital USA');
    check('in Aleppo and Crimea', 'Aleppo=place SYR', 'Crimea=place UKR');
    check(
      'Hezbollah and Amnesty International',
      'Hezbollah=group LBN',
      'Amnesty International=organisation NGO',
    );
    check('Kurds fled', 'Kurds=demonym Kurds');
  });

  it('give all that a name may stand for, countries first', () => {
    const kinds = (name: string) => gazetteer.find(name).map(({ kind, country }) => `${kind} ${country}`);
    expect(kinds('Congolese')).toEqual(['demonym COD', 'demonym COG']);
    expect(kinds('Burma')).toEqual(['country MMR']);
    expect(kinds('burma')).toEqual(['country MMR']);
    expect(kinds('Nowhereland')).toEqual([]);
  });

  it('never throw on odd words', () => {
    for (const words of [[], [''], ['-'], ['…', '\u{1f600}', '́'], ["'s"]]) {
      for (let at = -1; at <= words.length; at++) expect(gazetteer.match(words, at)).toBeUndefined();
    }
  });
});

describe('listings', () => {
  it('say where places lie', () => {
    const [place] = gazetteer.find('Khan Younis') as [Listing];
    expect([place.place, Math.round(place.latitude!), Math.round(place.longitude!)]).toEqual([
      'city',
      31,
      34,
    ]);
    const [capital] = gazetteer.find('Nairobi') as [Listing];
    expect([capital.kind, Math.round(capital.latitude!), Math.round(capital.longitude!)]).toEqual([
      'capital',
      -1,
      37,
    ]);
  });

  it('name the members of a bloc', () => {
    expect(gazetteer.find('G7')[0]!.members).toContain('JPN');
  });
});
