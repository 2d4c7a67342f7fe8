/**
 * A kind of file that a user may bring.
 *
 * **Shape** `needs` are the columns that every such file has, `may` those that it can leave out; they stand in any
 * order.
 */
export interface OwnTable {
  readonly name: string;
  readonly needs: readonly string[];
  readonly may: readonly string[];
}

/** Every kind of file that a user may bring. What each column holds is said in `docs/own-knowledge.md`. */
export const OWN_TABLES: readonly OwnTable[] = [
  {
    name: 'actors.csv',
    needs: ['name', 'kind'],
    may: ['aliases', 'country', 'sectors', 'id', 'called', 'members', 'office', 'title', 'start', 'end'],
  },
  {
    name: 'assembly-votes.csv',
    needs: ['date', 'session', 'symbol', 'title', 'for_by', 'against_by', 'abstain_by'],
    may: ['text'],
  },
  { name: 'classes.csv', needs: ['class', 'lemma'], may: [] },
  { name: 'contexts.csv', needs: ['lemma', 'context'], may: [] },
  {
    name: 'council-votes.csv',
    needs: ['date', 'symbol', 'outcome'],
    may: [
      'draft',
      'meeting',
      'topic',
      'matter',
      'about',
      'sponsors',
      'for',
      'against',
      'abstain',
      'roll',
      'against_by',
      'abstain_by',
      'absent_by',
    ],
  },
  {
    name: 'idioms.csv',
    needs: ['part', 'lemma'],
    may: ['modifier', 'particle', 'object', 'oblique', 'example'],
  },
  {
    name: 'nouns.csv',
    needs: ['lemma', 'type'],
    may: ['modifier', 'oblique', 'mode', 'actor', 'recipient', 'contexts', 'cameo', 'example'],
  },
  { name: 'operators.csv', needs: ['class', 'lemma'], may: [] },
  {
    name: 'places.csv',
    needs: ['name', 'kind'],
    may: ['aliases', 'country', 'latitude', 'longitude', 'id'],
  },
  { name: 'roles.csv', needs: ['lemma', 'kind'], may: ['sectors', 'office'] },
  {
    name: 'verbs.csv',
    needs: ['lemma', 'type'],
    may: ['particle', 'object', 'oblique', 'clause', 'mode', 'recipient', 'contexts', 'cameo', 'example'],
  },
];

/** Kinds of actor in `actors.csv`, and the file of ours that holds such; persons are kept by their terms of office. */
export const ACTOR_KINDS: Readonly<Record<string, string | null>> = {
  organisation: 'organisations.csv',
  group: 'groups.csv',
  person: null,
  people: 'peoples.csv',
  seat: 'seats.csv',
  bloc: 'blocs.csv',
};

/** Files that `rapporteur registry import` writes: votes of official records. */
export const IMPORTED_TABLES: readonly string[] = ['assembly-votes.csv', 'council-votes.csv'];
