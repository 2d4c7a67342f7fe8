import type { Document, Name, NameType, Reference, Upos } from '../src/document/document.js';
import { reportId } from '../src/document/identity.js';
import { makeTree } from '../src/document/tree.js';
import type { Listing, Registry, Role, Tenure } from '../src/registry/registry.js';
import type { Sector } from '../src/registry/sectors.js';

/** A small world, in the shape of the real one. */
const COUNTRIES = [
  ['FRA', 'France', 'French', 'Paris'],
  ['IRN', 'Iran', 'Iranian', 'Tehran'],
  ['RUS', 'Russia', 'Russian', 'Moscow'],
  ['CHN', 'China', 'Chinese', 'Beijing'],
  ['CHL', 'Chile', 'Chilean', 'Santiago'],
] as const;

const LISTINGS = new Map<string, Listing>();
for (const [code, name, demonym, capital] of COUNTRIES) {
  list(name, 'country', code);
  list(demonym, 'demonym', code);
  list(`${demonym}s`, 'demonym', code);
  list(capital, 'capital', code);
}
list('Kremlin', 'seat', 'RUS', ['GOV']);
list('Hamas', 'group', 'PSE', ['PTY', 'REB']);
list('UN', 'organisation', 'UNO');
list('West', 'bloc', null, ['GOV']);

function list(name: string, kind: Listing['kind'], country: string | null, sectors: Sector[] = []): void {
  LISTINGS.set(name, {
    kind,
    name,
    country,
    sectors,
    members: [],
    id: null,
    latitude: null,
    longitude: null,
  });
}

const ROLES = new Map<string, Role>();
for (const [kind, sectors, lemmas] of [
  ['office', ['GOV'], 'president,foreign minister,supreme leader,king,ambassador'],
  ['institution', ['GOV'], 'government,ministry,commerce ministry,embassy'],
  ['institution', ['UAF'], 'group'],
  ['institution', ['MIL'], 'army'],
  ['group', ['COP'], 'police'],
  ['group', ['OPP'], 'opposition'],
  ['group', ['REB'], 'rebel'],
  ['group', ['MIL'], 'troop,force'],
  ['group', ['CVL'], 'civilian,protester,people'],
  ['individual', [], 'leader,spokesman,official,diplomat,ally'],
  ['individual', ['COP'], 'officer'],
] as const) {
  for (const lemma of lemmas.split(',')) {
    ROLES.set(lemma, { lemma, kind, sectors: [...sectors], office: kind === 'office' ? lemma : null });
  }
}

const TENURES: Tenure[] = [
  tenure('Marie Dupont', 'FRA', 'president', '2010-01-01', '2015-12-31', 'Q1'),
  tenure('Jean Martin', 'FRA', 'president', '2016-01-01', null, 'Q2'),
  tenure('Reza Karimi', 'IRN', 'foreign minister', '2012-01-01', null, 'Q3'),
];

function tenure(
  person: string,
  country: string,
  office: string,
  start: string,
  end: string | null,
  id: string,
): Tenure {
  return {
    person,
    aliases: [],
    country,
    title: office,
    office,
    sectors: ['GOV'],
    start,
    end,
    id,
    origin: 'test',
  };
}

/** A registry of five countries and three people. */
export const REGISTRY: Registry = {
  countries: new Map(
    COUNTRIES.map(([code, name, demonym, capital]) => [
      code,
      {
        code,
        name,
        aliases: [],
        demonyms: [demonym],
        capital,
        capitals: [capital],
        latitude: 0,
        longitude: 0,
        id: null,
        until: null,
      },
    ]),
  ),
  gazetteer: {
    match: (words, at) => {
      const listing = LISTINGS.get(words[at] ?? '');
      return listing === undefined ? undefined : { listings: [listing], length: 1 };
    },
    find: () => [],
  },
  geography: { named: () => [] },
  tenures: {
    byName: (name, date, country) =>
      TENURES.filter(
        (one) =>
          (one.person === name || one.person.endsWith(` ${name}`)) &&
          (country == null || one.country === country) &&
          (date === null || (one.start! <= date && date <= (one.end ?? '9999'))),
      ),
    leadersCountry: () => null,
    byOffice: (country, office, date) =>
      TENURES.filter(
        (one) =>
          one.country === country &&
          one.office === office &&
          (date === null || (one.start! <= date && date <= (one.end ?? '9999'))),
      ),
  },
  roles: {
    endingAt: (lemmas, at) => {
      for (const length of [2, 1]) {
        if (at + 1 < length) continue;
        const role = ROLES.get(lemmas.slice(at + 1 - length, at + 1).join(' '));
        if (role !== undefined) return { role, length };
      }
      return undefined;
    },
  },
  codebook: {
    types: new Map(),
    verbs: new Map(),
    predicates: new Map(),
    nouns: new Map(),
    idioms: new Map(),
    classes: new Map(),
    contexts: new Map(),
  },
  council: {
    members: () => [],
    permanent: () => [],
    isMember: () => undefined,
    votes: [],
    covers: { from: '', to: '' },
    coversUnanimous: '',
    differences: [],
    seatHolder: () => null,
  },
  assembly: {
    votes: [],
    voters: [],
    covers: { from: '', to: '' },
    bySymbol: () => [],
    agreement: () => [],
    idealPoint: () => null,
  },
  alliances: { between: () => [], count: 0, covers: { from: 0, to: 0 } },
  conflicts: {
    between: () => ({ disputes: [], rivalries: [], armed: [] }),
    counts: { disputes: 0, rivalries: 0, armed: 0 },
    covers: { disputes: { from: 0, to: 0 }, rivalries: { from: 0, to: 0 }, armed: { from: 0, to: 0 } },
  },
  leaders: { termsOf: () => [], on: () => [] },
};

const TAGS: Record<string, Upos> = {
  N: 'NOUN',
  P: 'PROPN',
  V: 'VERB',
  A: 'ADJ',
  R: 'PRON',
  D: 'DET',
  I: 'ADP',
  C: 'CCONJ',
  U: 'PUNCT',
  M: 'NUM',
  T: 'PART',
};

/**
 * A document from `word/TAG/relation/head` items, heads counted from 1 through the document, 0 for a root, one
 * sentence a line. `names` are `first-last:type`, references `head>antecedent`.
 */
export function parsed(
  notation: string,
  { published = null, names = [], references = [] }: Partial<Given> = {},
): Document {
  const lines = notation
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const items = lines.flat().map((item) => item.split('/') as [string, string, string, string]);
  const text = items.map(([word]) => word).join(' ');
  let offset = 0;
  let from = 0;
  const sentenceOf = lines.flatMap((line, index) => line.map(() => index));
  const tokens = items.map(([word], index) => {
    const start = offset;
    offset += word.length + 1;
    return { index, text: word, start, end: start + word.length, sentence: sentenceOf[index]! };
  });
  const sentences = lines.map((line, index) => {
    const range = { from, to: from + line.length };
    from = range.to;
    const [first, last] = [tokens[range.from]!, tokens[range.to - 1]!];
    return { ...range, index, start: first.start, end: last.end, paragraph: 0, kind: 'body' as const };
  });
  return {
    report: {
      id: reportId(text, null),
      title: null,
      text,
      published,
      publishedNotBefore: null,
      publishedBasis: published === null ? null : 'given',
      publisher: null,
      url: null,
      language: 'en',
    },
    tokens,
    sentences,
    quotes: [],
    upos: items.map(([, tag]) => TAGS[tag[0]!]!),
    xpos: items.map(([word, tag]) =>
      tag === 'N' && word.endsWith('s')
        ? 'NNS'
        : tag === 'Ps'
          ? 'NNPS'
          : word === "'s"
            ? 'POS'
            : tag === 'A'
              ? 'JJ'
              : 'NN',
    ),
    lemmas: items.map(([word, tag]) => (tag === 'N' ? word.replace(/s$/, '').toLowerCase() : word)),
    tree: makeTree(
      Int32Array.from(items, ([, , , head]) => Number(head) - 1),
      items.map(([, , relation]) => relation),
    ),
    innerNames: [],
    phrases: [],
    names: names.map((name, index): Name => {
      const [, first, last, type] = /^(\d+)-(\d+):(.+)$/.exec(name)!;
      const range = { from: Number(first) - 1, to: Number(last) };
      const [start, end] = [tokens[range.from]!.start, tokens[range.to - 1]!.end];
      return {
        ...range,
        index,
        start,
        end,
        text: text.slice(start, end),
        type: type as NameType,
        head: range.from,
      };
    }),
    times: [],
    chains: [],
    references: references.map((reference): Reference => {
      const [head, antecedent] = reference.split('>').map((part) => Number(part) - 1) as [number, number];
      const kind = items[head]![1] === 'R' ? 'pronoun' : 'description';
      return {
        from: head,
        to: head + 1,
        head,
        kind,
        antecedent: antecedent < 0 ? null : antecedent,
        candidates: [],
      };
    }),
  };
}

/** What a document has beyond words and trees. */
export interface Given {
  published: string | null;
  names: string[];
  references: string[];
}
