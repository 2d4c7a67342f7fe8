import { describe, expect, it } from 'vitest';
import { type Given, parsed, REGISTRY } from '../../../test/small-world.js';
import { actorsOf, mentionCovering } from '../cast.js';
import { findCast } from './find-cast.js';

/** `words = COUNTRY SECTORS basis`, a line a mention. */
function check(notation: string, expected: readonly string[], given: Partial<Given> = {}): void {
  const doc = parsed(notation, given);
  const cast = findCast(doc, REGISTRY);
  const shown = cast.mentions.map(({ from, to, actors }) => {
    const words = doc.report.text.slice(doc.tokens[from]!.start, doc.tokens[to - 1]!.end);
    const who = actors.map(
      (one) => `${one.country ?? '-'} ${one.sectors.join('+') || '-'} ${one.resolvedBy}`,
    );
    for (const one of actors) expect(one.mention.text).toBe(words);
    return `${words} = ${who.join(', ')}`;
  });
  expect(shown).toEqual(expected);
}

describe('findCast', () => {
  it('takes a country by its name as its government', () =>
    check('Iran/P/nsubj/2 protested/V/root/0', ['Iran = IRN GOV name']));

  it('takes a capital that acts for the government, and one where things happen for a place', () => {
    check('Moscow/P/nsubj/2 protested/V/root/0 in/I/case/4 Paris/P/obl/2', ['Moscow = RUS GOV capital']);
    check('They/R/nsubj/2 travel/V/root/0 to/I/case/4 Paris/P/obl/2', ['They = ']);
  });

  it('gives a role the country of its demonym, possessor, or place', () => {
    check('Iranian/A/amod/2 diplomats/N/nsubj/3 left/V/root/0', ['Iranian diplomats = IRN - role+demonym']);
    check("Iran/P/nmod:poss/3 's/T/case/1 army/N/nsubj/4 marched/V/root/0", [
      "Iran 's army = IRN MIL role+name",
      'Iran = IRN GOV name',
    ]);
    check('the/D/det/2 president/N/nsubj/5 of/I/case/4 Chile/P/nmod/2 spoke/V/root/0', [
      'the president of Chile = CHL GOV role+name',
      'Chile = CHL GOV name',
    ]);
    check('Police/N/nsubj/4 in/I/case/3 Tehran/P/nmod/1 watched/V/root/0', [
      'Police in Tehran = IRN COP role+place',
    ]);
    check('Police/N/nsubj/2 watched/V/root/0 them/R/obj/2 in/I/case/5 Tehran/P/obl/2', [
      'Police = IRN COP role+place',
      'them = ',
    ]);
  });

  it('shares a noun among the countries that modify it', () =>
    check('Russian/A/amod/4 and/C/cc/3 Chinese/A/conj/1 diplomats/N/nsubj/5 left/V/root/0', [
      'Russian and Chinese diplomats = RUS - role+demonym, CHN - role+demonym',
    ]));

  it('keeps conjoined names apart', () =>
    check('Iran/P/nsubj/4 and/C/cc/3 Chile/P/conj/1 agreed/V/root/0', [
      'Iran = IRN GOV name',
      'Chile = CHL GOV name',
    ]));

  it('leads with the group that a plain member belongs to', () => {
    check('a/D/det/3 rebel/N/compound/3 spokesman/N/nsubj/4 spoke/V/root/0', [
      'a rebel spokesman = - REB role',
    ]);
    check('the/D/det/3 Hamas/P/compound/3 leader/N/nsubj/4 spoke/V/root/0', [
      'the Hamas leader = PSE PTY+REB role+organisation',
    ]);
  });

  it('does not give somebody the country of an ally', () =>
    check("Iran/P/nmod:poss/3 's/T/case/1 allies/N/nsubj/4 spoke/V/root/0".replace('allies', 'ally'), [
      "Iran 's ally = - - role",
      'Iran = IRN GOV name',
    ]));

  it('looks an office holder up by the date of the report', () => {
    const text = 'Dupont/P/nsubj/2 spoke/V/root/0';
    const names = ['1-1:person'];
    check(text, ['Dupont = FRA GOV tenure'], { published: '2014-05-01', names });
    check('Marie/P/nsubj/3 Dupont/P/flat/1 spoke/V/root/0', ['Marie Dupont = FRA ELI tenure+date'], {
      published: '2020-05-01',
      names: ['1-2:person'],
    });
  });

  it('joins title, name and apposition to one mention', () => {
    check(
      "Iran/P/nmod:poss/4 's/T/case/1 Supreme/A/amod/4 Leader/N/nsubj/8 ,/U/punct/6 Ali/P/appos/4 Tabrizi/P/flat/6 spoke/V/root/0",
      ["Iran 's Supreme Leader , Ali Tabrizi = IRN GOV title+country", 'Iran = IRN GOV name'],
      { names: ['6-7:person'] },
    );
  });

  it('knows a person again by surname', () =>
    check(
      `French/A/amod/2 President/N/nmod:desc/3 Jean/P/nsubj/5 Martin/P/flat/3 arrived/V/root/0
       Martin/P/nsubj/7 spoke/V/root/0`,
      ['French President Jean Martin = FRA GOV tenure', 'Martin = FRA GOV tenure'],
      { published: '2018-01-01', names: ['3-4:person', '6-6:person'] },
    ));

  it('gives a title without a country that of the state in mind, and says so', () =>
    check(
      `Chile/P/nsubj/2 protested/V/root/0
       President/N/nmod:desc/4 Rojas/P/nsubj/5 spoke/V/root/0`,
      ['Chile = CHL GOV name', 'President Rojas = CHL GOV title+context'],
      { names: ['4-4:person'] },
    ));

  it('invents no country', () => check('Protesters/N/nsubj/2 marched/V/root/0', ['Protesters = - CVL role']));

  it('gives a pronoun the actors of its antecedent and leaves an open one without', () =>
    check(
      `Iran/P/nsubj/2 protested/V/root/0
       It/R/nsubj/4 left/V/root/0
       They/R/nsubj/6 stayed/V/root/0`,
      ['Iran = IRN GOV name', 'It = IRN GOV pronoun', 'They = '],
      { references: ['3>1', '5>0'] },
    ));

  it('takes "both countries" for the two in mind', () =>
    check(
      `Iran/P/nsubj/2 met/V/root/0 Chile/P/obj/2
       Both/D/det/5 countries/N/nsubj/6 agreed/V/root/0`.replace('countries', 'sides'),
      ['Iran = IRN GOV name', 'Chile = CHL GOV name', 'Both sides = IRN GOV collective, CHL GOV collective'],
    ));

  it('makes a demonym that modifies a deed a mention of its own', () =>
    check('A/D/det/3 Russian/A/amod/3 veto/N/nsubj/4 followed/V/root/0', ['Russian = RUS GOV demonym']));

  it('knows an organisation again by the short name that the text gives it', () =>
    check(
      `the/D/det/3 Chilean/A/amod/3 Army/N/nsubj/7 (/U/punct/5 CA/P/appos/3 )/U/punct/5 marched/V/root/0
       CA/P/nsubj/9 stopped/V/root/0`,
      ['the Chilean Army ( CA ) = CHL MIL role+demonym', 'CA = CHL MIL abbreviation'],
    ));

  it('gives an embassy to those who sent it, not to the land that it stands in', () =>
    check(
      `Chile/P/nsubj/2 closed/V/root/0 its/R/nmod:poss/4 embassy/N/obj/2 in/I/case/6 Tehran/P/nmod/4`,
      ['Chile = CHL GOV name', 'its embassy in Tehran = CHL GOV role+possessor', 'its = CHL GOV pronoun'],
      { references: ['3>1'] },
    ));

  it('takes "they" for all of a coordination', () =>
    check(
      `Iran/P/nsubj/4 and/C/cc/3 Chile/P/conj/1 agreed/V/root/0
       They/R/nsubj/6 left/V/root/0`,
      ['Iran = IRN GOV name', 'Chile = CHL GOV name', 'They = IRN GOV pronoun, CHL GOV pronoun'],
      { references: ['5>1'] },
    ));

  it('takes a pair for the two set against each other, not for a bystander', () =>
    check(
      `Iran/P/nsubj/2 accused/V/root/0 Russia/P/obj/2
       Chile/P/nsubj/5 offered/V/root/0
       Neither/D/det/7 side/N/nsubj/8 answered/V/root/0`,
      [
        'Iran = IRN GOV name',
        'Russia = RUS GOV name',
        'Chile = CHL GOV name',
        'Neither side = IRN GOV collective, RUS GOV collective',
      ],
    ));

  it('leaves whoever acts on both out of the two', () =>
    check(
      `Iran/P/nsubj/2 accused/V/root/0 France/P/obj/2
       Chile/P/nsubj/5 called/V/root/0 both/D/advmod/5 foreign/A/amod/8 ministers/N/obj/5`,
      [
        'Iran = IRN GOV name',
        'France = FRA GOV name',
        'Chile = CHL GOV name',
        'both foreign ministers = IRN GOV collective+office, FRA GOV collective',
      ],
      { published: '2014-05-01' },
    ));

  it('does not take a people for its state where it is an ethnic one', () =>
    check('Ethnic/A/amod/2 Russians/P/nsubj/3 marched/V/root/0 in/I/case/5 Chile/P/obl/3', [
      'Ethnic Russians = CHL CVL name+place',
      'Chile = CHL GOV place',
    ]));

  it('names a body by its apposition', () =>
    check('the/D/det/2 group/N/nsubj/5 ,/U/punct/4 Hamas/P/appos/2 left/V/root/0', [
      'the group , Hamas = PSE PTY+REB name',
    ]));

  it('takes a former office holder for one of the elite', () =>
    check('the/D/det/4 former/A/amod/4 French/A/amod/4 president/N/nsubj/5 spoke/V/root/0', [
      'the former French president = FRA ELI role+demonym',
    ]));

  it('keeps what somebody is accused of out of the mention', () =>
    check('Iran/P/nsubj/2 accuse/V/root/0 the/D/det/4 army/N/obj/2 of/I/case/6 neglect/N/nmod/4', [
      'Iran = IRN GOV name',
      'the army = IRN MIL role+context',
    ]));

  it('counts those who are counted', () =>
    check('Thousands/N/nsubj/4 of/I/case/3 protesters/N/nmod/1 marched/V/root/0 in/I/case/6 Tehran/P/obl/4', [
      'Thousands of protesters = IRN CVL role+place',
      'protesters = IRN CVL role+place',
    ]));
});

describe('places', () => {
  const places = (notation: string) =>
    findCast(parsed(notation), REGISTRY).places.map(
      ({ place }) => `${place.name} ${place.country} ${place.kind}`,
    );

  it('lists a capital where things happen, not where it acts', () => {
    expect(places('Moscow/P/nsubj/2 protested/V/root/0 in/I/case/4 Paris/P/obl/2')).toEqual([
      'Paris FRA city',
    ]);
  });
});

describe('actorsOf', () => {
  const doc = parsed('the/D/det/2 veto/N/nsubj/5 of/I/case/4 Russia/P/nmod/2 stood/V/root/0');
  const cast = findCast(doc, REGISTRY);

  it('finds whose a deed is', () => expect(actorsOf(doc, cast, 1)?.actors[0]?.country).toBe('RUS'));
  it('finds nobody behind a verb', () => expect(actorsOf(doc, cast, 4)).toBeUndefined());
  it('covers the words of a name', () => expect(mentionCovering(cast, 3)?.head).toBe(3));
});

describe('odd input', () => {
  it('takes an empty document', () => {
    const doc = { ...parsed('Iran/P/root/0'), tokens: [], sentences: [], upos: [], xpos: [], lemmas: [] };
    const tree = { heads: new Int32Array(0), relations: [], children: [] };
    expect(findCast({ ...doc, tree }, REGISTRY).mentions).toEqual([]);
  });

  it('survives a tree that runs in a circle and phrases nested without end', () => {
    expect(findCast(parsed('Iran/P/nmod/2 army/N/nmod/1'), REGISTRY).mentions.length).toBeGreaterThan(0);
    const chain = Array.from({ length: 4000 }, (_, at) => `army/N/nmod/${at} of/I/case/${at + 3}`);
    const doc = parsed(
      chain.map((item, at) => item.replace(/\d+/g, (n) => `${at === 0 ? n : Number(n) + at - 1}`)).join(' '),
    );
    expect(() => findCast(doc, REGISTRY)).not.toThrow();
  });

  it('gives the same cast twice and leaves the document as it was', () => {
    const doc = parsed('Iranian/A/amod/2 diplomats/N/nsubj/3 left/V/root/0');
    const before = JSON.stringify(doc);
    expect(findCast(doc, REGISTRY).mentions).toEqual(findCast(doc, REGISTRY).mentions);
    expect(JSON.stringify(doc)).toBe(before);
  });
});
