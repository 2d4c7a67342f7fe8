import { describe, expect, it } from 'vitest';
import { reportFromText } from '../src/intake/index.js';
import { type Engine, loadEngine, readReport } from '../src/pipeline.js';
import type { Actor, Event } from '../src/reading/contract.js';
import { EVENT_TYPES } from '../src/reading/contract.js';
import { readTable } from '../src/registry/table.js';

/*
 * Every example of the codebook is a test: read from end to end, it tells what its row says, by that very row.
 *
 * Norland acts and Sudmark has it done to them; Ostland is a third. They stand for countries that the registry knows.
 */
const STANDS_FOR = {
  Norland: ['Chile', 'CHL'],
  Sudmark: ['Peru', 'PER'],
  Ostland: ['Kenya', 'KEN'],
} as const;

let loaded: Engine | undefined;

function eventsIn(example: string, engine: Engine): readonly Event[] {
  const text = Object.entries(STANDS_FOR).reduce(
    (all, [name, [real]]) => all.replaceAll(name, real),
    example,
  );
  return readReport(reportFromText(text), engine).events;
}

/** With an arbiter that knows nothing, and so overrules nothing: what is tested is what the frames tell. */
function engine(): Engine {
  if (loaded === undefined) {
    const whole = loadEngine();
    loaded = { ...whole, arbiter: { ...whole.arbiter, rows: new Map() } };
  }
  return loaded;
}

type Cells = Readonly<Record<string, string>>;

/** The columns whose cells name a frame, as events name it in `by`, and what stands before them. */
const NAMED = {
  verbs: ['verb', 'lemma', 'particle', 'object', 'oblique'],
  nouns: ['noun', 'lemma', 'modifier', 'oblique'],
  predicates: ['is', 'preposition', 'lemma', 'oblique'],
} as const;

const COLUMNS = {
  verbs: 'lemma,particle,object,oblique,clause,type,mode,recipient,contexts,cameo,example',
  nouns: 'lemma,modifier,oblique,type,mode,actor,recipient,contexts,cameo,example',
  predicates: 'lemma,preposition,oblique,clause,type,mode,actor,recipient,contexts,cameo,example',
  idioms: 'part,lemma,modifier,particle,object,oblique,example',
};

function rowsOf(table: keyof typeof COLUMNS): readonly { line: number; cells: Cells }[] {
  return readTable<string>(`codebook/${table}.csv`, COLUMNS[table].split(','));
}

function nameOf(table: keyof typeof NAMED, cells: Cells): string {
  const [kind, ...columns] = NAMED[table];
  // "-" asks for no object: there is nothing to name.
  const parts = columns.map((column) => cells[column]!).filter((cell) => cell !== '' && cell !== '-');
  return `${kind}:${parts.join('+')}`;
}

/** What an example lacks of what its row says; undefined where it lacks nothing. */
function lackOf(table: keyof typeof NAMED, cells: Cells): string | undefined {
  const { type, mode, cameo, recipient, example } = cells as Record<string, string>;
  const events = eventsIn(example!, engine());
  const name = nameOf(table, cells);
  const own = events.filter(
    (event) => event.by === name && event.type === type && (event.mode ?? '') === mode,
  );
  if (own.length === 0)
    return `no ${type}.${mode} by this row, but ${events.map(brief).join('; ') || 'nothing'}`;
  const lacks = own.map(({ actors, recipients, contexts, cameo: code, quad }) => {
    const isMutual = recipient!.split('|').includes('both') || MUTUAL.has(type!);
    const isBorne = table === 'verbs' && recipient!.split('|').includes('subject');
    if (
      !isBorne &&
      !holds(actors, 'Norland', example!) &&
      !(isMutual && holds(recipients, 'Norland', example!))
    )
      return 'the actor';
    if (recipient !== '' && !holds(recipients, 'Sudmark', example!))
      if (!(isMutual && holds(actors, 'Sudmark', example!))) return 'the recipient';
    if ((code ?? '') !== cameo) return 'the CAMEO code';
    if (quad !== engine().registry.codebook.types.get(own[0]!.type)!.quad) return 'the quad category';
    const missing = cells.contexts!.split('|').filter((one) => one !== '' && !contexts.includes(one));
    return missing.length > 0 ? `the context ${missing.join(', ')}` : undefined;
  });
  return lacks.includes(undefined) ? undefined : lacks[0];
}

/** Both parties of these act, and have it done to them. */
const MUTUAL: ReadonlySet<string> = new Set(['CONSULT', 'AGREE', 'COOPERATE']);

/** Whether somebody is there at all, and the country too where the example names it. */
function holds(actors: readonly Actor[], name: keyof typeof STANDS_FOR, example: string): boolean {
  if (!example.includes(name)) return actors.length > 0;
  return actors.some(({ country }) => country === STANDS_FOR[name][1]);
}

function brief({ type, mode, actors, recipients, by }: Event): string {
  const names = (all: readonly Actor[]) => all.map((one) => one.name).join(' and ') || 'nobody';
  return `${names(actors)} ${type}.${mode ?? ''} ${names(recipients)} (${by})`;
}

describe.each(['verbs', 'nouns', 'predicates'] as const)('each example of %s.csv', (table) => {
  const rows = rowsOf(table);
  const types = EVENT_TYPES.filter((type) => rows.some(({ cells }) => cells.type === type));
  it.each(types)('tells %s as its row says', { timeout: 60_000 }, (type) => {
    const lacking = rows
      .filter(({ cells }) => cells.type === type)
      .flatMap(({ line, cells }) => {
        const lack = lackOf(table, cells);
        return lack === undefined ? [] : [`${table}.csv, line ${line}: "${cells.example}" lacks ${lack}`];
      });
    expect(lacking).toEqual([]);
  });
});

describe('each example of idioms.csv', () => {
  const rows = rowsOf('idioms');

  it('tells no event', { timeout: 60_000 }, () => {
    const told = rows.flatMap(({ line, cells }) =>
      eventsIn(cells.example!, engine()).map(
        (event) => `idioms.csv, line ${line}: "${cells.example}" tells ${brief(event)}`,
      ),
    );
    expect(told).toEqual([]);
  });

  it('would tell one if it were no idiom', { timeout: 60_000 }, () => {
    const { registry, ...rest } = engine();
    const literal = {
      ...rest,
      registry: { ...registry, codebook: { ...registry.codebook, idioms: new Map() } },
    };
    const idle = rows
      .filter(({ cells }) => eventsIn(cells.example!, literal).length === 0)
      .map(({ line, cells }) => `idioms.csv, line ${line}: "${cells.example}"`);
    expect(idle).toEqual([]);
  });
});
