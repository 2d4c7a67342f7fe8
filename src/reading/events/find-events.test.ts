import { describe, expect, it } from 'vitest';
import { reportFromText } from '../../intake/index.js';
import { type Engine, loadEngine, readReport } from '../../pipeline.js';
import type { Actor, Event } from '../contract.js';

let loaded: Engine | undefined;

function eventsIn(text: string, published: string | null = null): readonly Event[] {
  loaded ??= loadEngine();
  return readReport(reportFromText(text, { published }), loaded).events;
}

/** `TYPE.mode ACTORS > RECIPIENTS`, then what became of it, then its dead and injured. */
function brief(event: Event): string {
  const { type, mode, actors, recipients, auxiliary, standing, dead, injured } = event;
  return [
    mode === null ? type : `${type}.${mode}`,
    parties(actors),
    '>',
    parties(recipients),
    ...auxiliary,
    ...(standing === 'reported' ? [] : [standing]),
    ...(dead === null ? [] : [`${dead} dead`]),
    ...(injured === null ? [] : [`${injured} injured`]),
  ].join(' ');
}

function parties(actors: readonly Actor[]): string {
  return actors.map(({ country, name }) => country ?? name).join('+') || '-';
}

const check = (text: string, ...expected: readonly string[]) =>
  it(text.replaceAll('\n', ' / '), () => {
    expect(eventsIn(text).map(brief)).toEqual(expected);
  });

/** A headline over a body that tells no event. */
const checkHeadline = (headline: string, ...expected: readonly string[]) =>
  check(`${headline}\n\nThe news came late on Monday. It had been expected for weeks.`, ...expected);

describe('a verb tells who does what to whom', () => {
  check('Turkey expelled two Russian diplomats.', 'SANCTION.expel TUR > RUS');
  check("Israel bombed Syria's airport.", 'ASSAULT.aerial ISR > SYR');
  check('Kenya arrested a Somali rebel in Nairobi.', 'COERCE.arrest KEN > SOM');
  check('The Malian prime minister visited Beijing.', 'CONSULT.visit MLI > CHN');
  check('Kenya accused Somalia of the attack.', 'ACCUSE.allege KEN > SOM');
  check('Egypt asked Norway for aid.', 'REQUEST.assist EGY > NOR');
  check('Norway sent food to Chad.', 'AID NOR > TCD');
  check('Rebels kidnapped two French nurses.', 'ASSAULT.abduct Rebels > FRA');
  check('Serbia recognised Kosovo.', 'SUPPORT SRB > XKX');
  check('Iran attacked Kuwait in 2001.', 'ASSAULT IRN > KWT');
  check('The president of Peru resigned.', 'RETREAT.resign PER > -');
  check('Chile suffered a cyber attack.', 'COERCE.cyber - > CHL');
  check('Mali faces an attack by Chad.', 'ASSAULT TCD > MLI');
  check('Thousands of refugees arrived in Germany.');
  check('Peru will no longer abide by the treaty with Chile.', 'REJECT.yield PER > CHL');
  check('Soldiers were fired upon by rebels in Mali.', 'ASSAULT.firearms MLI > MLI');
  check('An official can be removed from office after a trial in the Senate.');
  check('Kenya blamed the attack on Somalia.', 'ACCUSE.allege KEN > SOM', 'ASSAULT SOM > - alleged');
  check(
    'Kenya blamed the attack on civilians on Somalia.',
    'ACCUSE.allege KEN > SOM',
    'ASSAULT SOM > civilians alleged',
  );
  check('President Bill Clinton imposed sanctions on Serbia.', 'SANCTION.discontinue USA > SRB');
  check('The Syrian army shelled a village.', 'ASSAULT.heavy-weapons SYR > -');
  check('The Syrian army shelled a village in Idlib.', 'ASSAULT.heavy-weapons SYR > SYR');
});

describe('whoever the sentence leaves unsaid beside the verb', () => {
  check(
    'Syrian rebels said they would release two Iraqi pilots.',
    'RETREAT.release SYR > IRQ future attributed',
  );
  check('Syria says it is willing to talk with Turkey.', 'AGREE SYR > TUR attributed');
  check('A Canadian nun was arrested in Lebanon.', 'COERCE.arrest LBN > CAN');
  check('Chilean soldiers were deployed to Peru.', 'MOBILIZE.troops CHL > PER');
  check('Kenyan troops arrived in Haiti to join a peacekeeping mission.', 'AID KEN > HTI');
  check("Cuba's refusal to negotiate with Colombia angered Peru.", 'REJECT CUB > COL');
  check('Syrian government shelling killed one Turkish soldier.', 'ASSAULT.heavy-weapons SYR > TUR 1 dead');
  check('Four Chadian policemen died in an attack by Malian gunmen.', 'ASSAULT MLI > TCD 4 dead');
  check('A Dutch convoy came under attack in South Sudan.', 'ASSAULT - > NLD');
  check('French troops left Niger.', 'RETREAT.withdraw FRA > NER');
  check('French tourists left Niger.');
  check('Crowds gathered after Kenyan police arrested a Somali singer.', 'COERCE.arrest KEN > SOM');
});

describe('a word that the parser ties to the wrong one', () => {
  check('Rebels took over the town of Goma.', 'COERCE.seize COD > COD');
  check('Norway rolled back tariffs on Danish goods.', 'CONCEDE NOR > DNK');
  check('Japan said on Tuesday it had halted aid to Serbia.', 'SANCTION.discontinue JPN > SRB attributed');
  check('President Bill Clinton imposed sanctions on Iran.', 'SANCTION.discontinue USA > IRN');
});

describe('where no role of the frame is filled, whom the clause names next', () => {
  check('Norway provided money for schools in Chad.', 'AID NOR > TCD');
  check('Norway announced a suspension of aid to Chad.', 'SANCTION.discontinue NOR > TCD');
  check('Iran denied the attack on Iraq.', 'REJECT.change IRN > -', 'ASSAULT - > IRQ denied');
});

describe('a party is pointed at by the whole phrase by which it takes part', () => {
  const phrases = (text: string) =>
    eventsIn(text).flatMap(({ actors, recipients }) =>
      [...actors, ...recipients].map(({ name, mention }) => `${name}: ${mention.text}`),
    );
  it('goods stand for their country', () =>
    expect(phrases('Norway banned Chinese goods.')).toEqual(['Norway: Norway', 'China: Chinese goods']));
  it('many stand for those counted', () =>
    expect(phrases('Police in Minsk arrested dozens of Polish reporters.')[1]).toMatch(
      /: dozens of Polish reporters$/,
    ));
  it('the word that tells the event is no part of it', () =>
    expect(phrases('Israeli strikes on Syria continued.')).toEqual(['Israel: Israeli', 'Syria: Syria']));
});

describe('a passive verb tells the same', () => {
  check('Sudan was condemned by Norway.', 'ACCUSE.disapprove NOR > SDN');
  check('The mayor was arrested by Egyptian police.', 'COERCE.arrest EGY > EGY');
  check('The treaty was signed by Chile and Peru.', 'SUPPORT CHL+PER > CHL+PER');
  check('The French ambassador was expelled from Mali.', 'SANCTION.expel MLI > FRA');
  check('Three soldiers were killed in Mali.', 'ASSAULT - > MLI 3 dead');
});

describe('a noun tells an event by itself', () => {
  check("Iran's attack on Iraq lasted three days.", 'ASSAULT IRN > IRQ');
  check("Turkey's invasion of Syria began.", 'ASSAULT TUR > SYR');
  check('An Israeli air strike on Gaza was reported.', 'ASSAULT.aerial ISR > PSE');
  check('A Russian missile strike on Ukraine killed 12 people.', 'ASSAULT.heavy-weapons RUS > UKR 12 dead');
  check("Britain's sanctions against Iran hurt.", 'SANCTION.discontinue GBR > IRN');
  check('Cuban support for Peru grew.', 'SUPPORT CUB > PER');
  check('Talks between Chile and Peru began in Lima.', 'CONSULT CHL+PER > CHL+PER');
});

describe('a predicate tells an event of its subject', () => {
  check('Chile is at war with Peru.', 'ASSAULT CHL > PER');
  check('Chile and Peru remain at odds.', 'ACCUSE.disapprove CHL+PER > CHL+PER');
  check('Chile is opposed to the Peruvian plan.', 'REJECT CHL > PER');
  check('Chile is open to talks with Peru.', 'AGREE CHL > PER');
  check('Chile came under fire from Peru.', 'ACCUSE.disapprove PER > CHL');
  check('Chile is not at war with Peru.', 'ASSAULT CHL > PER negation');
  check('Chilean prisoners are on hunger strike.', 'PROTEST.hunger CHL > -');
  check('Chile is not ready to meet Peru.', 'AGREE CHL > PER negation');
});

describe('a word tied by hyphens is one word', () => {
  check('A cease-fire between Chile and Peru held.', 'RETREAT.ceasefire CHL+PER > CHL+PER');
  check('Chilean students held a sit-in against the ministry.', 'PROTEST.demo CHL > CHL');
});

describe('who else is in it stands under the noun that a frame asks for', () => {
  check('Chile walked out of talks with Peru.', 'REJECT.meet CHL > PER');
  check('Chile bowed to the demands of Peru.', 'CONCEDE CHL > PER');
  check('The arrest of reporters by Chile went on.', 'COERCE.arrest CHL > reporters');
  check('Chile stood by Peru.', 'SUPPORT CHL > PER');
});

describe('a light verb lends a noun its subject', () => {
  check('Russia carried out an attack on Ukraine.', 'ASSAULT RUS > UKR');
  check('Japan held talks with China.', 'CONSULT JPN > CHN');
  check('Japan paid a visit to China.', 'CONSULT.visit JPN > CHN');
  check('Turkey gave Iran a warning.', 'THREATEN TUR > IRN');
});

describe('conjoined words share what stands at one of them', () => {
  check('Canada and Mexico condemned Russia.', 'ACCUSE.disapprove CAN+MEX > RUS');
  check('France condemned Iran and Syria.', 'ACCUSE.disapprove FRA > IRN+SYR');
  check('Turkey invaded Syria and arrested two Greek spies.', 'ASSAULT TUR > SYR', 'COERCE.arrest TUR > GRC');
  // FIXME: what follows a condemnation is taken for its content, though the report tells it: AID CAN > MLI
  check(
    'Canada condemned Russia and sent aid to Mali.',
    'ACCUSE.disapprove CAN > RUS',
    'AID CAN > MLI attributed',
  );
});

describe('a relative clause belongs to the noun that it hangs on', () => {
  check('The minister, who met the Chinese envoy, left.', 'CONSULT The minister > CHN');
  check(
    'Police arrested a man who had attacked the Turkish embassy.',
    'COERCE.arrest Police > a man',
    'ASSAULT a man > TUR',
  );
});

describe('parties on an equal footing stand on both sides', () => {
  check('China and Japan met in Seoul.', 'CONSULT CHN+JPN > CHN+JPN');
  check('Iran and Iraq clashed on the border.', 'ASSAULT IRN+IRQ > IRN+IRQ');
  check('Israel and Hamas agreed to a ceasefire.', 'AGREE ISR+PSE > ISR+PSE');
  check('China and Russia held joint exercises.', 'COOPERATE CHN+RUS > CHN+RUS');
  check('The Pope met the president of Chile in Rome.', 'CONSULT The Pope > CHL');
});

describe('the recipient is whom an act is aimed at', () => {
  check("China arrested Japan's ambassador.", 'COERCE.arrest CHN > JPN');
  check('China seized Japanese ships.', 'COERCE.seize CHN > JPN');
  check("Poland criticised Hungary's government.", 'ACCUSE.disapprove POL > HUN');
  check(
    'Iran condemned the attack on Iraq by Turkey.',
    'ACCUSE.disapprove IRN > TUR',
    'ASSAULT TUR > IRQ attributed',
  );
  check('Iran rejected a demand by Turkey.', 'REJECT.yield IRN > TUR');
});

describe('a verb of the will gives the outer event only', () => {
  check('Iran agreed to meet Iraq.', 'AGREE IRN > IRQ');
  check('Iran refused to meet Iraq.', 'REJECT.meet IRN > IRQ');
  check('Iran threatened to attack Israel.', 'THREATEN.violence IRN > ISR');
  check('China promised to send aid to Sudan.', 'AGREE CHN > SDN');
  check('Turkey asked Greece to release the soldiers.', 'REQUEST.yield TUR > GRC');
  check('Turkey demanded that Greece release the soldiers.', 'REQUEST.change TUR > GRC');
  check('Russia plans to attack Poland.', 'THREATEN RUS > POL');
});

describe('what did not happen, or has not yet, says so', () => {
  check('Russia did not attack Georgia.', 'ASSAULT RUS > GEO negation');
  check('Iran never attacked Kuwait.', 'ASSAULT IRN > KWT negation');
  check('Russia will withdraw its troops from Syria.', 'RETREAT.withdraw RUS > SYR future');
  check('Norway will send aid to Chad.', 'AID NOR > TCD future');
  check('If Israel attacks Iran, the war will spread.', 'ASSAULT ISR > IRN hypothetical');
  check('Israel could attack Iran.', 'ASSAULT ISR > IRN hypothetical');
  check('Turkey may send troops to Libya.', 'MOBILIZE.troops TUR > LBY hypothetical');
  check('Norway sent no aid to Chad.', 'AID NOR > TCD negation');
  check('Norway has yet to send aid to Chad.', 'AID NOR > TCD negation');
  check('A Saudi-led raid on Yemen killed ten soldiers.', 'ASSAULT SAU > YEM 10 dead');
  check('He had a heart attack in Chile.');
  check('Chile killed time in Peru.');
  check('Chile called Peru a friend.');
  check('Norway is willing to send aid to Chad.', 'AGREE NOR > TCD');
});

describe('a refusal is REJECT', () => {
  check('Sweden said it would not give aid to Syria.', 'REJECT.assist SWE > SYR attributed');
  check('Israel said it will not meet Hamas.', 'REJECT.meet ISR > PSE attributed');
  check('Brazil will not condemn Cuba.', 'ACCUSE.disapprove BRA > CUB future negation');
  check('Russia vetoed the resolution.', 'REJECT RUS > -');
});

describe('standing tells who vouches for an event', () => {
  check('The Peruvian minister said that Chile had attacked Peru.', 'ASSAULT CHL > PER attributed');
  check('"Chile attacked Peru," the Peruvian minister said.', 'ASSAULT CHL > PER attributed');
  check('An attack blamed on Iran killed ten people.', 'ASSAULT IRN > ten people alleged 10 dead');
  check(
    'Norway blames Iran for a suspected attack on Syria.',
    'ACCUSE.allege NOR > IRN',
    'ASSAULT IRN > SYR alleged',
  );
  check('Iran denied the attack on Iraq.', 'REJECT.change IRN > -', 'ASSAULT - > IRQ denied');
});

describe('a text that demands something does nothing', () => {
  check('China vetoed a draft resolution that demands that Sudan release prisoners.', 'REJECT CHN > -');
  check('The resolution calls on Israel to withdraw from Gaza.');
  check('The draft resolution demands that Sudan release the prisoners.');
});

describe('the dead and injured are counted', () => {
  check('Two soldiers were killed and five were injured in Mali.', 'ASSAULT - > MLI 2 dead 5 injured');
  check('Twenty-one soldiers were killed in Mali.', 'ASSAULT - > MLI 21 dead');
  check('A bomb killed 1,200 people in Iraq.', 'ASSAULT - > IRQ 1200 dead');
  check('Hundreds of soldiers were killed in Mali.', 'ASSAULT - > MLI');
});

describe('a headline leaves out what a sentence has', () => {
  checkHeadline('Chinese envoy expelled by Canada', 'SANCTION.expel CAN > CHN');
  checkHeadline('France to expel Russian envoy', 'SANCTION.expel FRA > RUS future');
  checkHeadline('Three killed in clash in Yemen', 'ASSAULT - > YEM 3 dead');
  checkHeadline('US to withdraw troops from Syria', 'RETREAT.withdraw USA > SYR future');
});

describe('a judgement of a deed is aimed at whoever did it', () => {
  check(
    'Chile bombed Peru. Bolivia condemned the bombing.',
    'ASSAULT.aerial CHL > PER',
    'ACCUSE.disapprove BOL > CHL',
  );
  check('Chile bombed Peru. Chile defended the bombing.', 'ASSAULT.aerial CHL > PER', 'SUPPORT CHL > -');
  check(
    'Chile bombed Peru. Bolivia condemned a bombing.',
    'ASSAULT.aerial CHL > PER',
    'ACCUSE.disapprove BOL > -',
  );
  check(
    'Chile imposed sanctions on Peru. Bolivia praised the move.',
    'SANCTION.discontinue CHL > PER',
    'SUPPORT BOL > CHL',
  );
});

describe('what is no politics is no event', () => {
  check('The video captured the mayor.');
  check('The soldier received treatment in Norway.');
  check('The flood killed ten people in India.');
  check('Ten people were killed in a plane crash in Nepal.');
  check('The storm hit Chile.');
  check('The British labour market grew.');
  check('Women in labour received care in Kenya.');
  check('Rain stopped the match in India.');
  check('The minister attacked the problem.');
  check('Chile shares a border with Peru.');
  check('A Canadian tourist was struck by a bus.');
});

describe('an event', () => {
  const first = (text: string, published: string | null = null) => eventsIn(text, published)[0];

  it('is dated by its own words, counted from the day of publication', () =>
    expect(first('Turkey expelled two Russian diplomats on Monday.', '2020-05-06')?.when).toMatchObject({
      start: '2020-05-04',
      end: '2020-05-04',
      basis: 'published',
    }));

  it('is historical where it is long past', () =>
    expect(first('Turkey expelled two Russian diplomats in 2001.', '2020-05-06')?.auxiliary).toEqual([
      'historical',
    ]));

  it('has the place that its clause names', () => {
    expect(first('China and Japan met in Seoul.')?.place).toMatchObject({ name: 'Seoul', country: 'KOR' });
    expect(first('Turkey expelled two Russian diplomats.')?.place).toBeNull();
  });

  it('has a cue with the words that its frame asked for', () => {
    expect(first('Japan held talks with China.')?.cue.text).toBe('held talks');
    expect(first('Canada condemned Russia.')?.cue.text).toBe('condemned');
  });

  it('has the contexts of its words', () =>
    expect(first('Turkey expelled two Russian diplomats.')?.contexts).toContain('diplomatic'));

  it('names the frame that told it', () =>
    expect(first('Canada condemned Russia.')?.by).toBe('verb:condemn'));

  it('is linked to the statement that tells it', () => {
    loaded ??= loadEngine();
    const text = 'The Peruvian minister said that Chile had attacked Peru.';
    const { events, statements } = readReport(reportFromText(text), loaded);
    expect(statements.map(({ id }) => id)).toContain(events[0]?.attributedTo);
  });

  it('is surer where it is told than where it is only possible', () =>
    expect(first('Turkey expelled two Russian diplomats.')!.confidence).toBeGreaterThan(
      first('Turkey may expel two Russian diplomats.')!.confidence,
    ));
});

describe('what is only talked of is told by nobody', () => {
  check('Will Chile attack Peru?');
  check('"Did Chile attack Peru?" the minister of Kenya asked.');
  check('The president of Mali declined to comment on the arrests.');
  check('The president of Mali plans to run a marathon.');
  check('The Malian president is planning to visit Beijing.', 'AGREE MLI > CHN');
  check('The Malian president spoke to the BBC.');
  check('The president of Kenya visited Mombasa.');
});

describe('whoever acts is not the state that he is from', () => {
  check('The Chilean car maker Andes sued a rival.');
  check('Peru and Chile pledged aid to Mali.', 'AGREE PER+CHL > MLI');
  check('Peru and Chile pledged aid.', 'AGREE PER+CHL > -');
});

describe('who says, claims or is something does it', () => {
  check('The EU issued a statement condemning Peru.', 'ACCUSE.disapprove EUR > PER');
  check('Kenya became the third state to sanction Chile.', 'SANCTION.discontinue KEN > CHL');
  check(
    'The Taliban claimed responsibility for the attack on a Kenyan base.',
    'ASSAULT AFG > KEN attributed',
  );
});

describe('what is no event of public affairs', () => {
  check('A brewery in Lima cancelled its concert.');
  check('The publisher thanked the singer.');
  check('The constitution of Chile does not allow Peruvians to vote.');
  check('The outbreak killed nine people in Chile.');
  checkHeadline('Typhoon strikes Chile: 9,000 people forced to leave');
  check('Chile suspended the election campaign.');
  check('Chile announced the lifting of sanctions on Peru.', 'CONCEDE CHL > PER attributed');
});

describe('who is behind a deed', () => {
  check('Ten soldiers were killed in a Peruvian raid on the base.', 'ASSAULT PER > Ten soldiers 10 dead');
  check('Six people were killed when Chilean rebels attacked a market.', 'ASSAULT CHL > Six people 6 dead');
  check(
    'Police in Chile arrested a man for killing two Peruvians.',
    'COERCE.arrest CHL > CHL',
    'ASSAULT CHL > PER 2 dead',
  );
  check('The minister of Peru faced trial in Lima.', 'ACCUSE.investigate - > PER');
  check('The murder of a reporter by Chilean rebels drew anger.', 'ASSAULT.targeted CHL > a reporter');
});

describe('who is given what', () => {
  check('Chile granted the rebels a pardon.', 'RETREAT.release CHL > the rebels');
});
