import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RapporteurError } from '../../errors.js';
import { lemmatise } from '../../language/tagging/lemmatise.js';
import { packagePath } from '../../package-root.js';
import { EVENT_TYPES } from '../../reading/contract.js';
import { parseTable, readTable } from '../table.js';
import type { Codebook } from './codebook.js';
import { loadCodebook } from './load-codebook.js';

const VERBS = 'lemma,particle,object,oblique,clause,type,mode,recipient,contexts,cameo,example';
const NOUNS = 'lemma,modifier,oblique,type,mode,actor,recipient,contexts,cameo,example';
const PREDICATES = 'lemma,preposition,oblique,clause,type,mode,actor,recipient,contexts,cameo,example';
const TYPES = 'type,mode,quad,score,requires-recipient';

/** The codebook with one file replaced by these lines under its header. */
function codebookWith(file: string, header: string, ...lines: readonly string[]): Codebook {
  const text = [header, ...lines, ''].join('\n');
  return loadCodebook((name, columns) =>
    name === `codebook/${file}` ? parseTable(text, name, columns) : readTable(name, columns),
  );
}

describe('a malformed row', () => {
  /** The message holds file, line and value, and what is allowed instead. */
  function check(file: string, header: string, line: string, ...parts: readonly string[]): void {
    let message = '';
    try {
      codebookWith(file, header, line);
    } catch (error) {
      expect(error).toBeInstanceOf(RapporteurError);
      expect((error as RapporteurError).code).toBe('data.malformed');
      message = (error as Error).message;
    }
    for (const part of [file, ...parts]) expect(message).toContain(part);
  }

  it('is refused for a type that there is not', () => {
    check('verbs.csv', VERBS, 'hit,,,,,ATTACK,,object,,,', '"ATTACK"', 'line 2', ...EVENT_TYPES);
    check('nouns.csv', NOUNS, 'hit,,,ATTACK,,,of,,,', '"ATTACK"', 'line 2', 'ASSAULT');
    check('types.csv', TYPES, 'ATTACK,,material conflict,-9,no', '"ATTACK"', 'line 2', 'ASSAULT');
  });

  it('is refused for a mode that its type has not', () =>
    check(
      'verbs.csv',
      VERBS,
      'hit,,,,,ASSAULT,meet,object,,,',
      'mode',
      '"meet"',
      'line 2',
      'aerial',
      'nothing',
    ));

  it('is refused for a clause that there is not', () =>
    check('verbs.csv', VERBS, 'vow,,,,if,AGREE,,,,,', 'clause', '"if"', 'line 2', 'to, that, ing'));

  it('is refused for a class that there is not', () => {
    check('verbs.csv', VERBS, 'hit,,[dragon],,,ASSAULT,,,,,', 'object', '"[dragon]"', 'line 2', '[aid]');
    check('verbs.csv', VERBS, 'hit,,,at:[dragon],,ASSAULT,,,,,', 'oblique', '"[dragon]"', 'line 2', '[aid]');
    check('nouns.csv', NOUNS, 'hit,[dragon],,ASSAULT,,,,,,', 'modifier', '"[dragon]"', 'line 2', '[aid]');
  });

  it('is refused for a clause of a class that there is not', () => {
    check('verbs.csv', VERBS, 'vow,,,,to:[dragon],AGREE,,,,,', 'clause', '"[dragon]"', 'line 2', '[aid]');
    check('predicates.csv', PREDICATES, 'ready,,,if,AGREE,,subject,,,,', 'clause', '"if"', 'to, that, ing');
  });

  it('is refused for a type that neither needs a recipient nor does not', () =>
    check('types.csv', TYPES, 'AID,,material cooperation,10,maybe', '"maybe"', 'line 2', 'yes, no'));

  it('is refused for an idiom with what its part of speech has not', () => {
    const header = 'part,lemma,modifier,particle,object,oblique,example';
    check('idioms.csv', header, 'noun,attack,heart,up,,,An attack.', '"up"', 'nothing, for a noun');
    check('idioms.csv', header, 'verb,kill,old,,time,,He killed time.', '"old"', 'nothing, for a verb');
  });

  it('is refused for a score that is no number', () =>
    check('types.csv', TYPES, 'AID,,material cooperation,high,yes', '"high"', 'line 2', 'a number'));

  it('is refused for a quad category that there is not, or that a mode has', () => {
    check('types.csv', TYPES, 'AID,,kindness,10,yes', '"kindness"', 'line 2', 'material cooperation');
    check('types.csv', TYPES, 'AID,food,verbal cooperation,10,', '"verbal cooperation"', 'line 2', 'nothing');
  });

  it('is refused for other columns, or too few cells', () => {
    check('verbs.csv', 'lemma,type', 'hit,ASSAULT', 'line 1', 'lemma,type', VERBS);
    check('verbs.csv', VERBS, 'hit,ASSAULT', '2 cells', 'line 2', VERBS);
  });
});

describe('a frame', () => {
  const verbs = (...lines: string[]) => codebookWith('verbs.csv', VERBS, ...lines).verbs.get('hit')!;

  it('holds the words of the classes that it names', () => {
    const codebook = codebookWith('verbs.csv', VERBS, 'hit,,[aid]|dragon,,,ASSAULT,,,,,');
    const words = codebook.verbs.get('hit')![0]!.object!;
    expect([...words].sort()).toEqual([...codebook.classes.get('aid')!, 'dragon'].sort());
  });

  it('reads an object that must be missing, and one that must act', () => {
    expect(verbs('hit,,-,,,ASSAULT,,,,,')[0]).toMatchObject({
      intransitive: true,
      objectActs: false,
      object: null,
    });
    expect(verbs('hit,,*,,,ASSAULT,,,,,')[0]).toMatchObject({
      intransitive: false,
      objectActs: true,
      object: null,
    });
  });

  it('reads what a preposition must lead to', () => {
    expect(verbs('hit,,,with,,ASSAULT,,,,,')[0]!.oblique).toEqual({ preposition: 'with', words: null });
    expect(verbs('hit,,,with:stick|stone,,ASSAULT,,,,,')[0]!.oblique).toEqual({
      preposition: 'with',
      words: new Set(['stick', 'stone']),
    });
  });

  it('stands before those of its lemma that ask less', () => {
    const frames = verbs('hit,,,,,ASSAULT,,,,,', 'hit,out,,at,,ACCUSE,,,,,', 'hit,out,,,,THREATEN,,,,,');
    expect(frames.map(({ type }) => type)).toEqual(['ACCUSE', 'THREATEN', 'ASSAULT']);
  });

  it('stands before those that ask for one of more words, or for anybody', () => {
    const frames = verbs('hit,,*,,,ASSAULT,,,,,', 'hit,,[aid],,,AID,,,,,', 'hit,,aid,,,REJECT,,,,,');
    expect(frames.map(({ type }) => type)).toEqual(['REJECT', 'AID', 'ASSAULT']);
  });

  it('reads the verbs that its clause must have', () => {
    expect(verbs('hit,,,,to:stay|go,ASSAULT,,,,,')[0]!.clause).toEqual({
      kind: 'to',
      words: new Set(['stay', 'go']),
    });
    expect(verbs('hit,,,,to,ASSAULT,,,,,')[0]!.clause).toEqual({ kind: 'to', words: null });
  });

  it('is found by every spelling of its word, and asks for every spelling of others', () => {
    const { verbs: all } = codebookWith('verbs.csv', VERBS, 'organise,,defence,,,AID,,,,,');
    expect(all.get('organize')).toBe(all.get('organise'));
    expect(all.get('organise')![0]!.object).toEqual(new Set(['defence', 'defense']));
  });

  it('of a predicate is named for its preposition and its word', () => {
    const { predicates } = codebookWith(
      'predicates.csv',
      PREDICATES,
      'war,at,with,,ASSAULT,,subject,with,,,',
    );
    expect(predicates.get('war')![0]).toMatchObject({ id: 'is:at+war+with', preposition: 'at', weight: 3 });
  });

  it('is named for its words', () => {
    expect(verbs('hit,out,,at,,ACCUSE,,,,,')[0]!.id).toBe('verb:hit+out+at');
    expect(codebookWith('nouns.csv', NOUNS, 'hit,,on,ASSAULT,,,,,,').nouns.get('hit')![0]!.id).toBe(
      'noun:hit+on',
    );
  });
});

describe('the codebook that ships', () => {
  const codebook = loadCodebook();
  const { verbs, nouns, predicates } = codebook;
  const frames = [...verbs.values(), ...nouns.values(), ...predicates.values()].flat();

  it.each(EVENT_TYPES)('has facts and frames of %s', (type) => {
    expect(codebook.types.get(type)?.type).toBe(type);
    expect(frames.some((frame) => frame.type === type)).toBe(true);
  });

  it('scores modes as its types, from -10 to 10', () => {
    for (const { score, modes } of codebook.types.values()) {
      for (const one of [score, ...modes.values()]) expect(Math.abs(one)).toBeLessThanOrEqual(10);
    }
  });

  it('has a frame for every mode', () => {
    const told = new Set(frames.map(({ type, mode }) => `${type} ${mode}`));
    const missing = [...codebook.types.values()]
      .flatMap(({ type, modes }) => [...modes.keys()].map((mode) => `${type} ${mode}`))
      .filter((mode) => !told.has(mode));
    expect(missing).toEqual([]);
  });

  it('uses every class of its own', () => {
    const own = new Set(cellsOf('classes.csv').map(([name]) => name!));
    const files = ['verbs.csv', 'nouns.csv', 'predicates.csv'] as const;
    const rows = files.flatMap((file) => cellsOf(file)).map((cells) => cells.join());
    expect([...own].filter((name) => !rows.some((row) => row.includes(`[${name}]`)))).toEqual([]);
  });

  it('names contexts that the words of its lists point to', () => {
    const known = new Set([...codebook.contexts.values()].flat());
    expect(known.size).toBe(37);
    const named = new Set(frames.flatMap(({ contexts }) => contexts));
    expect([...named].filter((name) => !known.has(name))).toEqual([]);
  });

  it.each([
    ['verbs.csv', 5],
    ['nouns.csv', 3],
    ['predicates.csv', 4],
  ] as const)(
    '%s asks for nothing twice, and shows every frame at work in a sentence',
    (file, conditions) => {
      const rows = cellsOf(file);
      const asked = rows.map((cells) => cells.slice(0, conditions).join());
      expect(asked.filter((one, index) => asked.indexOf(one) !== index)).toEqual([]);
      expect(rows.filter((cells) => !/^[A-Z].* .*\.$/.test(cells.at(-1)!))).toEqual([]);
    },
  );

  it('holds the British spelling of each word alone', () => {
    const american = new Set(cellsOf('spellings.csv').map(([, other]) => other!));
    const written = ['verbs.csv', 'nouns.csv', 'predicates.csv'].flatMap((file) =>
      cellsOf(file as keyof typeof COLUMNS).flatMap((cells) =>
        cells.slice(0, 4).flatMap((cell) => cell.split(/[|:]/)),
      ),
    );
    expect(written.filter((word) => american.has(word))).toEqual([]);
  });

  it('has verbs and nouns for every mode', () => {
    const modes = [...codebook.types.values()].flatMap(({ type, modes }) =>
      [...modes.keys()].map((mode) => `${type} ${mode}`),
    );
    for (const table of [verbs, nouns]) {
      const told = new Set([...table.values()].flat().map(({ type, mode }) => `${type} ${mode}`));
      expect(modes.filter((mode) => !told.has(mode))).toEqual([]);
    }
  });

  it('names verbs and nouns by their lemmas', () => {
    const verbs = [...codebook.verbs.keys()].filter((word) => lemmatise(word, 'VERB', 'VB') !== word);
    const nouns = [...codebook.nouns.keys()].filter((word) => lemmatise(word, 'NOUN', 'NN') !== word);
    expect([...verbs, ...nouns]).toEqual([]);
  });

  it.each([
    'classes',
    'contexts',
    'idioms',
    'nouns',
    'operators',
    'predicates',
    'spellings',
    'types',
    'verbs',
  ])('%s.csv is sorted, has no line twice, and ends with one line break', (name) => {
    const text = readFileSync(packagePath('data', 'codebook', `${name}.csv`), 'utf8');
    expect(text.endsWith('\n') && !text.endsWith('\n\n')).toBe(true);
    const keys = text.split('\n').slice(1, -1).map(sortKey);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual([...keys].sort(compare));
  });
});

const COLUMNS = {
  'classes.csv': 'class,lemma',
  'nouns.csv': NOUNS,
  'predicates.csv': PREDICATES,
  'spellings.csv': 'british,american',
  'verbs.csv': VERBS,
} as const;

function cellsOf(file: keyof typeof COLUMNS): readonly (readonly string[])[] {
  return readTable<string>(`codebook/${file}`, COLUMNS[file].split(',')).map(({ cells }) =>
    Object.values(cells),
  );
}

/** Lines stand in the order of their cells, not of their commas. */
function sortKey(line: string): string {
  return line.replaceAll('"', '').replaceAll(',', '\u0000');
}

function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
