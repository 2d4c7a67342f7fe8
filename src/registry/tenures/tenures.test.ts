import { describe, expect, it } from 'vitest';
import { loadCountries } from '../countries.js';
import { loadPersons } from './load-tenures.js';
import { loadLeaders, loadOffices } from './offices.js';
import { makeTenures } from './tenures.js';

const countries = loadCountries();
const offices = loadOffices();
const tenures = makeTenures(loadPersons(countries, offices), loadLeaders(countries, offices));

describe('a person by name', () => {
  const check = (name: string, date: string | null, expected: string | null, country?: string) => {
    const best = tenures.byName(name, date, country)[0];
    expect(best === undefined ? null : `${best.person}, ${best.title}`).toBe(expected);
  };

  it('is found by whole name, surname, title and other spellings', () => {
    check('Nikki Haley', null, 'Nikki Haley, ambassador to the United Nations');
    check('Ms Haley', '2018-03-01', 'Nikki Haley, ambassador to the United Nations');
    check('Foreign Minister Sergey Lavrov', null, 'Sergei Lavrov, foreign minister');
    check('Donald J. Trump', '2018-01-01', 'Donald Trump, president');
    check('Recep Tayyip Erdoğan', '2016-01-01', 'Recep Tayyip Erdogan, president');
    check('Francois Hollande', '2014-01-01', 'François Hollande, president');
    check('MBS', '2018-01-01', 'Mohammed bin Salman, crown prince');
  });

  it('keeps the particles that belong to a surname', () => {
    check('al-Jubeir', '2016-01-03', 'Adel al-Jubeir, foreign minister');
    check('Jubeir', '2016-01-03', 'Adel al-Jubeir, foreign minister');
    check('von der Leyen', '2022-01-01', 'Ursula von der Leyen, Commission president');
    check('bin Salman', '2018-01-01', 'Mohammed bin Salman, crown prince');
  });

  it('has the family name first where that is the custom', () => {
    check('Xi', '2018-01-01', 'Xi Jinping, president');
    check('Moon', '2018-01-01', 'Moon Jae-in, president');
    check('Abiy', '2020-11-04', 'Abiy Ahmed, prime minister');
  });

  it('is the one of two who held office at the date', () => {
    check('Bush', '1991-03-01', 'George H. W. Bush, president');
    check('Bush', '2003-03-01', 'George W. Bush, president');
    check('Clinton', '2010-01-01', 'Hillary Clinton, secretary of state');
    check('King Abdullah', '2017-01-01', 'King Abdullah II, king');
    check('King Abdullah', '2010-01-01', 'King Abdullah, king', 'SAU');
  });

  it('is the one in the office of that date', () => {
    check('Putin', '2009-06-01', 'Vladimir Putin, prime minister');
    check('Putin', '2017-06-01', 'Vladimir Putin, president');
    check('John Kerry', '2022-01-01', 'John Kerry, climate envoy');
  });

  it('is found after leaving office', () => {
    check('Tillerson', '2019-05-01', 'Rex Tillerson, secretary of state');
  });

  it('stays open where two may be meant, or a common name has no country', () => {
    check('Bush', null, null);
    check('King Abdullah', '2010-01-01', null);
    check('Khan', '2019-06-01', null);
    check('Khan', '2019-06-01', 'Imran Khan, prime minister', 'PAK');
  });

  it('is whoever leads a state where many bear the surname, and nobody else', () => {
    check('Johnson', '2020-07-06', 'Boris Johnson, prime minister');
    check('Wilson', '2020-07-06', null);
    check('Smith', '2020-07-06', null);
    check('Harold Wilson', null, 'Harold Wilson, prime minister');
  });

  it('is nobody where nobody bears the name', () => {
    check('Wombat', '2017-04-12', null);
    check('', null, null);
    check('Lavrov', '2017-04-12', null, 'CHL');
  });
});

describe('holders of an office', () => {
  const check = (country: string, office: string, date: string | null, ...expected: string[]) => {
    expect(tenures.byOffice(country, office, date).map((one) => one.person)).toEqual(expected);
  };

  it('are those of the date', () => {
    check('RUS', 'president', '2010-01-01', 'Dmitry Medvedev');
    check('USA', 'foreign-minister', '2017-04-12', 'Rex Tillerson');
    check('UNO', 'secretary-general', '2013-01-01', 'Ban Ki-moon');
  });

  it('are the latest where no date is given', () => {
    check('IRN', 'president', null, 'Masoud Pezeshkian');
  });

  it('are found for words that mean different offices in different countries', () => {
    check('DEU', 'leader', '2016-01-01', 'Angela Merkel');
    check('RUS', 'leader', '2016-01-01', 'Vladimir Putin');
    check('PRK', 'leader', '2016-01-01', 'Kim Jong-un');
    check('GBR', 'chancellor', '2012-01-01', 'George Osborne');
    check('GBR', 'head-of-state', '1999-01-01', 'Queen Elizabeth II');
  });

  it('are none for an office that nobody is known to hold', () => {
    check('RUS', 'pope', '2016-01-01');
    check('QQQ', 'president', '2016-01-01');
  });
});
