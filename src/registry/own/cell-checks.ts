import { lemmatise } from '../../language/tagging/lemmatise.js';
import { EVENT_TYPES, type EventType } from '../../reading/contract.js';
import type { Codebook } from '../codebook/codebook.js';
import type { Country } from '../registry.js';
import { INTERNATIONAL_CODES, SECTORS } from '../sectors.js';
import type { Office } from '../tenures/offices.js';
import { ACTOR_KINDS } from './own-tables.js';

/** What the user's cells are checked against. */
export interface OwnFacts {
  readonly countries: ReadonlyMap<string, Country>;
  readonly offices: ReadonlyMap<string, Office>;
  /** Ours, without the user's. */
  readonly codebook: Codebook;
  /** Names of classes, the user's among them. */
  readonly classes: ReadonlySet<string>;
}

/** A cell that may not stand where it stands: which part of it, and what is allowed in its place. */
export interface Fault {
  readonly column: string;
  readonly value: string;
  readonly allowed: string;
}

type Cells = Readonly<Record<string, string>>;
/** Says what is allowed where a value is not; undefined where it is. `cells` are those of its whole row. */
type Check = (value: string, facts: OwnFacts, cells: Cells) => string | undefined;

/** Every fault of a row, by its columns. */
export function faultsOf(file: string, cells: Cells, facts: OwnFacts): Fault[] {
  const checks = CHECKS[file] ?? {};
  return Object.entries(cells).flatMap(([column, cell]) => {
    const check = checks[column];
    if (check === undefined) return [];
    const values = check.parts ? cell.split('|') : [cell];
    if (cell === '' && !check.always) return [];
    return values.flatMap((value) => {
      const allowed =
        check.parts && value === '' && cell !== '' ? 'values parted by one |' : check.is(value, facts, cells);
      return allowed === undefined ? [] : [{ column, value, allowed }];
    });
  });
}

interface ColumnCheck {
  readonly is: Check;
  /** The cell is a list. */
  readonly parts: boolean;
  /** The cell may not be empty. */
  readonly always: boolean;
}

const one = (is: Check): ColumnCheck => ({ is, parts: false, always: false });
const many = (is: Check): ColumnCheck => ({ is, parts: true, always: false });
const must = (is: Check): ColumnCheck => ({ is, parts: false, always: true });

function among(allowed: Iterable<string>): Check {
  const known = new Set(allowed);
  return (value) => (known.has(value) ? undefined : `one of: ${[...known].join(', ')}`);
}

function like(pattern: RegExp, allowed: string): Check {
  return (value) => (pattern.test(value) ? undefined : allowed);
}

const isName = like(/^(?=.*\p{L}).{2,100}$/u, 'a name of two letters or more');
const isWord = like(/^[\p{Ll}\p{N}][\p{Ll}\p{N}' .-]*$/u, 'a word in small letters, as dictionaries list it');
const isId = like(/^Q[1-9]\d*$/, 'a Wikidata id such as Q8908, or nothing');
const isDay = like(
  /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/,
  'YYYY, YYYY-MM, YYYY-MM-DD or nothing',
);

const isWholeDay = like(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'a day as YYYY-MM-DD');
const isCount = like(/^\d{1,3}$/, 'a whole number, or nothing');

const isCountry: Check = (value, { countries }) =>
  countries.has(value) || (INTERNATIONAL_CODES as readonly string[]).includes(value)
    ? undefined
    : `an ISO 3166 code of three letters, such as FRA, one of: ${INTERNATIONAL_CODES.join(', ')}; or nothing`;

const isState: Check = (value, { countries }) =>
  countries.has(value) ? undefined : 'ISO 3166 codes of three letters, such as FRA|DEU';

/** South Yemen and Zanzibar voted in the Assembly and have no code of today. */
const isVoter: Check = (value, facts, cells) =>
  value === 'YMD' || value === 'EAZ' ? undefined : isState(value, facts, cells);

const isOffice: Check = (value, { offices }) =>
  offices.has(value) ? undefined : `one of: ${[...offices.keys()].join(', ')}; or nothing`;

/** A column that only rows of one kind have. */
function onlyFor(kind: string, check: Check): Check {
  return (value, facts, cells) =>
    cells.kind === kind ? check(value, facts, cells) : `nothing, for a kind other than ${kind}`;
}

function within(limit: number): Check {
  return (value) =>
    value !== '' && Math.abs(Number(value)) <= limit
      ? undefined
      : `degrees from -${limit} to ${limit}, or nothing`;
}

const isMode: Check = (value, { codebook }, { type = '' }) => {
  const modes = codebook.types.get(type as EventType)?.modes;
  if (modes === undefined) return undefined;
  return modes.has(value) ? undefined : `one of: ${[...modes.keys()].join(', ')}; or nothing`;
};

const isContext: Check = (value, { codebook }) => {
  const known = [...new Set([...codebook.contexts.values()].flat())].sort();
  return known.includes(value) ? undefined : `one of: ${known.join(', ')}`;
};

/** A lemma in any list of words, or a class in brackets. */
const isWords: Check = (value, facts, cells) => {
  if (!value.startsWith('[')) return isWord(value, facts, cells);
  if (value.endsWith(']') && facts.classes.has(value.slice(1, -1))) return undefined;
  return `a word in small letters, or one of: ${[...facts.classes]
    .sort()
    .map((name) => `[${name}]`)
    .join(', ')}`;
};

const PREPOSITIONS = new Set(
  `about above across after against along alongside amid among around as at before behind below beneath beside between
  beyond by concerning despite down during following for from in inside into like near of off on onto out outside over
  past per regarding round since than through throughout till to toward towards under underneath until unto up upon via
  with within without`.split(/\s+/),
);
const isPreposition: Check = (value) =>
  PREPOSITIONS.has(value) ? undefined : 'a preposition, such as "with"';

/** "from", or "from:[treaty]|pact". */
const isOblique: Check = (value, facts, cells) => {
  const colon = value.indexOf(':');
  const preposition = colon < 0 ? value : value.slice(0, colon);
  if (!PREPOSITIONS.has(preposition))
    return 'a preposition, such as "with", or one with words, such as "with:army|[group]"';
  if (colon < 0) return undefined;
  for (const word of value.slice(colon + 1).split('|')) {
    const allowed = isWords(word, facts, cells);
    if (allowed !== undefined) return `after "${preposition}:" ${allowed}, and not "${word}"`;
  }
  return undefined;
};

function rolePlace(...places: readonly string[]): Check {
  return (value, facts, cells) =>
    places.includes(value) || isPreposition(value, facts, cells) === undefined
      ? undefined
      : `${places.join(', ')}, or a preposition such as "with"`;
}

/** Texts are compared by lemmas: a frame for "recalled" would never be at work. */
function isLemma(part: (cells: Cells) => 'VERB' | 'NOUN'): Check {
  return (value, facts, cells) => {
    const allowed = isWord(value, facts, cells);
    if (allowed !== undefined) return allowed;
    const upos = part(cells);
    const lemma = lemmatise(value, upos, upos === 'VERB' ? 'VB' : 'NN');
    const ofForm = upos === 'VERB' ? lemmatise(value, upos, 'VBD') : lemmatise(value, upos, 'NNS');
    if (lemma === value && (ofForm === value || isKnown(facts, upos, value) || !isKnown(facts, upos, ofForm)))
      return undefined;
    return `the form that dictionaries list: "${lemma === value ? ofForm : lemma}"`;
  };
}

function isKnown({ codebook }: OwnFacts, upos: 'VERB' | 'NOUN', lemma: string): boolean {
  return (upos === 'VERB' ? codebook.verbs : codebook.nouns).has(lemma);
}

const VERB_LEMMA = must(isLemma(() => 'VERB'));
const NOUN_LEMMA = must(isLemma(() => 'NOUN'));

const CODING: Readonly<Record<string, ColumnCheck>> = {
  type: must(among(EVENT_TYPES)),
  mode: one(isMode),
  contexts: many(isContext),
  cameo: one(like(/^\d{2,4}$/, 'a CAMEO code of two to four digits, or nothing')),
  oblique: one(isOblique),
};

const CHECKS: Readonly<Record<string, Readonly<Record<string, ColumnCheck>>>> = {
  'actors.csv': {
    name: must(isName),
    kind: must(among(Object.keys(ACTOR_KINDS))),
    aliases: many(isName),
    country: one(isCountry),
    sectors: many(among(SECTORS)),
    id: one(isId),
    called: many(isWord),
    members: many(onlyFor('bloc', isState)),
    office: one(onlyFor('person', isOffice)),
    title: one(onlyFor('person', isName)),
    start: one(onlyFor('person', isDay)),
    end: one(
      onlyFor('person', (value, facts, cells) => {
        const { start = '' } = cells;
        if (`${value}-12-31` < start) return `a day after ${start}`;
        return isDay(value, facts, cells);
      }),
    ),
  },
  'council-votes.csv': {
    date: must(isWholeDay),
    symbol: must(like(/^S\/\S+$/, 'a symbol such as S/RES/2118 or S/2017/315')),
    outcome: must(among(['adopted', 'vetoed', 'failed'])),
    about: many(isState),
    sponsors: many(isState),
    for: one(isCount),
    against: one(isCount),
    abstain: one(isCount),
    roll: one(among(['known', 'derived', 'unknown'])),
    against_by: many(isState),
    abstain_by: many(isState),
    absent_by: many(isState),
  },
  'assembly-votes.csv': {
    date: must(isWholeDay),
    session: must(like(/^\d{1,3}$/, 'the number of a session, such as 78')),
    symbol: must(like(/^A\/RES\/\S+$/, 'a symbol such as A/RES/68/262')),
    for_by: many(isVoter),
    against_by: many(isVoter),
    abstain_by: many(isVoter),
  },
  'places.csv': {
    name: must(isName),
    kind: must(among(['site', 'city', 'region'])),
    aliases: many(isName),
    country: one(isCountry),
    latitude: one(within(90)),
    longitude: one(within(180)),
    id: one(isId),
  },
  'roles.csv': {
    lemma: must(isWord),
    kind: must(among(['office', 'institution', 'group', 'individual'])),
    sectors: many(among(SECTORS)),
    office: one(isOffice),
  },
  'verbs.csv': {
    ...CODING,
    lemma: VERB_LEMMA,
    particle: one(isWord),
    object: many((value, facts, cells) =>
      value === '-' || value === '*'
        ? cells.object === value
          ? undefined
          : 'words, or - or * by itself'
        : isWords(value, facts, cells),
    ),
    clause: one(among(['to', 'that', 'ing'])),
    recipient: many(rolePlace('object', 'indirect', 'owner', 'both')),
  },
  'nouns.csv': {
    ...CODING,
    lemma: NOUN_LEMMA,
    modifier: many(isWords),
    actor: many(rolePlace('possessor', 'modifier', 'both')),
    recipient: many(rolePlace('possessor', 'modifier', 'both', 'object', 'owner')),
  },
  'idioms.csv': {
    part: must(among(['noun', 'verb'])),
    lemma: must(isLemma(({ part }) => (part === 'noun' ? 'NOUN' : 'VERB'))),
    modifier: many(onlyPart('noun', isWords)),
    particle: one(onlyPart('verb', isWord)),
    object: many(onlyPart('verb', isWords)),
    oblique: one(onlyPart('verb', isOblique)),
  },
  'classes.csv': { class: must(like(/^[a-z][a-z-]*$/, 'a name in small letters')), lemma: must(isWord) },
  'operators.csv': {
    class: must((value, { codebook }) =>
      codebook.classes.has(value) ? undefined : `one of: ${[...codebook.classes.keys()].sort().join(', ')}`,
    ),
    lemma: must(isWord),
  },
  'contexts.csv': { lemma: must(isWord), context: must(isContext) },
};

/** A noun is told by its modifier, a verb by what it takes. */
function onlyPart(part: string, check: Check): Check {
  return (value, facts, cells) =>
    cells.part === part ? check(value, facts, cells) : `nothing, for a ${cells.part}`;
}
