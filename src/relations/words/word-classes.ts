import { stemmer } from 'stemmer';

/** Words of grammar, and what every report says: they tell no sentence from another. */
const NOISE: ReadonlySet<string> = new Set(
  `a about above according across after again against ago all along also although am among an and another any are around
  as at away back be because been before behind being below between both but by can cannot could did do does doing done
  down during each either else ever every few for from further get had has have having he her here hers herself him
  himself his how however i if in into is it its itself just last late later least less like made make many may me
  meanwhile might more moreover most much must my near neither next no nor not now of off on once one only onto or other
  others our out over own per rather s same she should since so some still such t than that the their them themselves
  then there therefore these they this those though through thus to too toward towards under until up upon us very via
  was we well were what when where whether which while who whom whose why will with within without would yet you your
  mr mrs ms dr re ve ll d m reuters afp ap newsroom editing reporting`.split(/\s+/),
);

/** Whether a word, in lower case, tells one sentence from another. */
export function isTelling(word: string): boolean {
  return !NOISE.has(word);
}

/** What a word, in lower case, is known by: its class where it has one, else its stem. */
export function classOf(word: string): string {
  const stem = stemmer(word);
  return CLASS_OF.get(word) ?? CLASS_OF.get(stem) ?? stem;
}

/**
 * Words that news uses for each other, a class a line. Only what can stand for each other in most sentences; the stems
 * of each are taken too.
 */
const CLASSES = `
say state announce declare tell note add remark comment mention stress assert claim report explain
official authority representative
kill slay murder die dead death fatality perish
injure wound hurt casualty
attack assault strike raid offensive
soldier troop serviceman military army
meet meeting talk discussion negotiation conversation dialogue
agree accord agreement deal pact treaty
help aid assist assistance support back backing
begin start commence launch open
end finish conclude stop halt cease
leader chief head boss
government administration cabinet
big large huge major great massive
small little minor
show demonstrate reveal indicate display
protest demonstration rally march
police cop constable
arrest detain apprehend custody
ask request urge call demand appeal
condemn denounce criticise criticize blast slam
deny reject refuse dismiss
country nation state
people person citizen resident inhabitant
city town
area region district zone territory
war conflict fighting combat
election vote poll ballot
law legislation bill
plan scheme proposal project program programme
money fund cash funding
price cost
increase rise grow raise growth
decrease fall decline drop reduce cut reduction
important significant crucial vital key
hard difficult tough
quick fast rapid swift
buy purchase acquire acquisition
company firm corporation business enterprise
job work employment
worker employee staff
child kid
woman female
man male
car vehicle automobile
plane aircraft airplane jet
blast explosion bombing
fire blaze
flood flooding
victim casualty
hospital clinic
court tribunal
judge justice
accuse blame allege
suspect suspected
seek pursue
hold keep retain
send dispatch
give provide supply deliver offer
receive obtain get
use employ utilise utilize
build construct construction
destroy demolish wreck destruction
return come
leave depart departure
visit trip
arrive arrival
join enter
lead head
follow pursue
expect anticipate
believe think consider
happen occur
need require
want wish desire
allow permit enable
prevent block bar
ban prohibit prohibition
warn caution
threaten threat menace
fear worry concern
hope aspire
fight battle clash
win victory triumph
lose defeat loss
`;

const CLASS_OF: ReadonlyMap<string, string> = new Map(
  CLASSES.trim()
    .split('\n')
    .toReversed()
    .flatMap((line, index) =>
      line.split(' ').flatMap((word): [string, string][] => [
        [word, `#${index}`],
        [stemmer(word), `#${index}`],
      ]),
    ),
);
