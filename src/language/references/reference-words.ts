/** What a pronoun asks of its owner. */
export interface PronounDemand {
  readonly who: 'male' | 'female' | 'thing' | 'plural' | 'speaker';
  readonly reflexive: boolean;
}

const DEMANDS: readonly (readonly [PronounDemand['who'], string])[] = [
  ['male', 'he him his himself'],
  ['female', 'she her hers herself'],
  ['thing', 'it its itself'],
  ['plural', 'they them their theirs themselves'],
  ['speaker', 'i me my mine myself we us our ours ourselves'],
];

const PRONOUNS = new Map<string, PronounDemand>(
  DEMANDS.flatMap(([who, words]) =>
    words.split(' ').map((word) => [word, { who, reflexive: /sel(?:f|ves)$/.test(word) }] as const),
  ),
);

/** The demand of a pronoun in lower case; undefined for other words. */
export function pronounDemand(word: string): PronounDemand | undefined {
  return PRONOUNS.get(word);
}

export type NounClass = 'person' | 'group' | 'land' | 'town';

const PERSONS =
  'activist actor adviser advisor aide ally ambassador analyst archbishop artist assassin attacker attorney author ayatollah billionaire bishop boss boy brother bureaucrat candidate captain cardinal chairman chairperson chairwoman chancellor child chief civilian clergyman cleric coach colleague colonel commander commissioner congressman congresswoman consul contractor coordinator correspondent counterpart critic daughter defector delegate demonstrator deputy detainee dictator diplomat director dissident doctor economist editor emir emperor employee engineer envoy executive expert farmer father fighter foe founder general girl governor guard gunman head historian holder hostage husband imam inmate inspector journalist judge king lawmaker lawyer leader lieutenant major man manager marshal mayor mediator member migrant militant millionaire minister monarch mother negotiator nominee nurse observer officer official ombudsman opponent organiser owner parliamentarian passenger pilot player policeman policewoman politician pope premier president priest prime prince princess prisoner professor prosecutor protester queen rabbi rebel refugee reporter representative resident rival scholar scientist secretary senator sergeant sheikh sister soldier son speaker spokesman spokesperson spokeswoman student successor sultan superintendent suspect teacher terrorist tycoon veteran victim viewer villager visitor volunteer voter widow wife winner witness woman worker writer';
const FEMALE = new Set(
  'chairwoman congresswoman daughter girl mother policewoman princess queen sister spokeswoman widow wife woman ms mrs miss lady dame madam mme'.split(
    ' ',
  ),
);
const MALE = new Set(
  'ayatollah boy brother chairman clergyman congressman emir father gunman husband imam king man policeman pope prince son spokesman sultan mr sir lord'.split(
    ' ',
  ),
);
const GROUPS =
  'administration agency airline alliance army association authority bank bloc body board brigade bureau cabinet chamber coalition commission committee company congress corporation council court delegation department embassy faction federation firm force foundation front government group institute institution junta league legislature military militia ministry mission movement navy network newspaper organisation organization panel paper parliament party police presidency regime regulator senate side society team tribunal union watchdog';
const LANDS = 'country kingdom nation republic state island emirate homeland territory';
const TOWNS = 'capital city town village port region province';

const CLASSES = new Map<string, NounClass>([
  ...PERSONS.split(' ').map((noun) => [noun, 'person'] as const),
  ...GROUPS.split(' ').map((noun) => [noun, 'group'] as const),
  ...LANDS.split(' ').map((noun) => [noun, 'land'] as const),
  ...TOWNS.split(' ').map((noun) => [noun, 'town'] as const),
]);

/** What a common noun, as a lemma, names; undefined for things and thoughts. */
export function nounClass(lemma: string): NounClass | undefined {
  return CLASSES.get(lemma);
}

const HUMANS = new Set(
  'academic adult adversary bartender cashier cop counsel nurse pastor plaintiff defendant lobbyist advocate alcoholic associate aunt baby beggar bride burglar candidate captive celebrity champion chef clerk colonel companion conservative corpse cousin criminal crook cyclist dad darling delegate detective dignitary enemy fan fanatic fellow female figure friend fugitive ghost god graduate grandchild grandson groom guest guide guru guy heir hero human idol individual infant intellectual juror kid lad legend liar liberal local loser magistrate male mate mechanic medic mercenary missionary mom mum native neighbor neighbour nephew newborn niece old operative orphan parent partner patron peer person personnel pioneer pirate poet pro professional radical rapper relative revolutionary royal saint sceptic scholar self-starter sibling skeptic slave spouse spy star stranger teen thief twin tyrant uncle vet victim virtuoso visionary youth'.split(
    ' ',
  ),
);
const AGENT =
  /(?:er|or|ist|ian|ean|ese|ee|man|woman|person|mother|father|ant|eer|ess|ard|cist|path|crat|arch)$/;

const CROWDS = new Set(
  'audience campaign camp community couple crew crowd electorate establishment family generation industry jury leadership majority minority office opposition pair public staff trio'.split(
    ' ',
  ),
);

/** Whether a noun in the singular may be "they" who think and speak, though no class of bodies has it. */
export function isCrowd(lemma: string): boolean {
  return CROWDS.has(lemma);
}

/** Common nouns that end as words for persons do and are none. */
const THINGS = new Set(
  'access address answer arch award banner barrier beer billboard blackboard board border boulevard buffer bumper bunker business caliber cancer card career center chamber chapter charter checklist cheese cluster coffee computer container copper corner corridor counter cover crater danger degree dinner disaster disorder door drawer dresser encounter endeavor error excess factor favor fee fever fiber filter finger fist flavor floor flower folder footer gender glamor grant guarantee hammer hanger harbor hazard header helicopter honor humor hunger illness interior labor ladder laser layer leather ledger letter levee liquor list litter lumber manner march marker matter meter mirror mist monitor motor murder newsletter newspaper number ocean odor offer order paper path pepper planner plant poker powder power prayer press primer printer process progress quarter razor refer regard register research restaurant reward river rocker roster router rubber rumor sector semester server sewer shelter shoulder shower silver skyscraper slider soccer splendor standard starter stress success summer sweater tanker tenor terror theater thriller thunder tiger timber tower tractor trailer transfer transistor tree tremor trigger tumor twist vapor vector vigor voucher warrant water weather whisper winter wonder wrapper wrist yard'.split(
    ' ',
  ),
);

/**
 * Whether a noun may be "he" or "she": a word for persons, or one that ends as such words do. Loose on purpose: it
 * keeps "obsession", "letter" and "building" out and leaves the rest to the model.
 */
export function maybeHuman(lemma: string): boolean {
  if (nounClass(lemma) === 'person' || HUMANS.has(lemma)) return true;
  return AGENT.test(lemma) && !THINGS.has(lemma) && !lemma.endsWith('ness');
}

/** The gender that a noun or a form of address tells, in lower case. */
export function genderOf(word: string): 'male' | 'female' | null {
  return FEMALE.has(word) ? 'female' : MALE.has(word) ? 'male' : null;
}

/** What a pronoun shows: its form (he, him, his and himself are one), person, gender and number in small numbers. */
export interface PronounForm {
  readonly form: number;
  readonly person: 1 | 2 | 3;
  readonly gender: number;
  readonly number: number;
  readonly reflexive: boolean;
}

const FORMS: readonly (readonly [words: string, person: 1 | 2 | 3, gender: number, number: number])[] = [
  ['i me my mine myself', 1, 0, 1],
  ['we us our ours ourselves ’s', 1, 0, 2],
  ['you your yours yourself yourselves ye ya', 2, 0, 0],
  ['he him his himself', 3, 1, 1],
  ['she her hers herself', 3, 2, 1],
  ['it its itself', 3, 3, 1],
  ['they them their theirs themselves em', 3, 0, 2],
  ['this', 3, 3, 1],
  ['that', 3, 3, 1],
  ['these', 3, 0, 2],
  ['those', 3, 0, 2],
  ['one', 3, 0, 1],
  ['here', 3, 3, 1],
  ['there', 3, 3, 1],
  ['everyone everybody', 3, 0, 0],
  ['someone somebody anyone anybody nobody', 3, 0, 1],
  ['all both some many most', 3, 0, 2],
];

const PRONOUN_FORMS = new Map<string, PronounForm>(
  FORMS.flatMap(([words, person, gender, number], index) =>
    words
      .split(' ')
      .map((word) => [
        word,
        { form: index + 1, person, gender, number, reflexive: /sel(?:f|ves)$/.test(word) },
      ]),
  ),
);

/** The form of a pronoun in lower case; undefined for words that stand for nothing in particular. */
export function pronounForm(word: string): PronounForm | undefined {
  return PRONOUN_FORMS.get(word);
}
