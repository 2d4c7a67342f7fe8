import type { Name, NameType, Parsed } from '../src/document/document.js';
import { RapporteurError } from '../src/errors.js';
import { findNames, parse, tag } from '../src/language/index.js';
import { nameWords } from '../src/language/names/name-words.js';
import { type GoldName, nameCore, readNamedColumns, readNamedConllu } from './entity-gold.js';
import { percent } from './percent.js';
import type { Scores, Task } from './task.js';

const TYPES = ['person', 'organisation', 'place'] as const;
type ScoredType = (typeof TYPES)[number];

/** What the finer types of a document are to a gold file that knows three. */
const AS_GOLD: Partial<Record<NameType, ScoredType>> = {
  person: 'person',
  people: 'person',
  organisation: 'organisation',
  place: 'place',
  facility: 'place',
};

const GOLD_TYPES: Readonly<Record<string, ScoredType>> = {
  person: 'person',
  organization: 'organisation',
  organisation: 'organisation',
  place: 'place',
  location: 'place',
};

/**
 * Names of persons, organisations and places: type and both ends right, on the file's own tokens with our tags.
 * Articles and titles are cut off both sides, since names go without them. Two-column files mark descriptions too
 * ("coalition forces"), so our phrases are scored there; `names` scores our names against what is left of those files
 * when their spans are cut to names as GUM's are, by our tree.
 */
export const entities: Task = {
  name: 'entities',
  takes: 'a CoNLL-U file with GUM entities, or a two-column file of tokens and tags',
  run: (path, { engine, errors }) => {
    const words = nameWords();
    const { model } = engine();
    const isTree = path.endsWith('.conllu');
    const rows = isTree ? readNamedConllu(path, words) : readNamedColumns(path, words);
    if (rows.every((row) => row.names.length === 0)) {
      throw new RapporteurError('evaluation.gold', `No named entity in ${path}.`);
    }
    const [tallies, cores] = [emptyTallies(), emptyTallies()];
    for (const { doc: gold, names } of rows) {
      const doc = parse.run(tag.run(gold, model), model);
      const found = findNames.run(doc, model);
      const ours = [...found.names, ...found.innerNames].filter((name) => isScored(doc, name));
      if (isTree) score(doc, names, ours, tallies, errors);
      else {
        const phrases = found.phrases.filter(
          (phrase) => AS_GOLD[phrase.type] !== undefined && phrase.type !== 'people',
        );
        score(doc, names, phrases, tallies, errors);
        const gold = names.flatMap((name) => nameCore(doc, name, words) ?? []);
        score(doc, gold, ours, cores, false);
      }
    }
    return isTree ? summary(tallies) : { ...summary(tallies), names: summary(cores) };
  },
};

/** A demonym used as an adjective ("the Dutch library") stands for nobody, whether by its tag or by its relation. */
function isScored(doc: Parsed, name: Name): boolean {
  if (AS_GOLD[name.type] === undefined) return false;
  if (name.type !== 'people') return true;
  return doc.upos[name.head] !== 'ADJ' && !/^(?:amod|compound)$/.test(doc.tree.relations[name.head]!);
}

/** A name or a phrase. */
type Found = Pick<Name, 'from' | 'to' | 'text' | 'type'>;

function emptyTallies(): Map<ScoredType, Tally> {
  return new Map(TYPES.map((type) => [type, { right: 0, found: 0, gold: 0, overlap: 0 }]));
}

interface Tally {
  right: number;
  found: number;
  gold: number;
  overlap: number;
}

function score(
  doc: Parsed,
  gold: readonly GoldName[],
  found: readonly Found[],
  tallies: ReadonlyMap<ScoredType, Tally>,
  showErrors: boolean,
): void {
  const text = (one: { from: number; to: number }) =>
    doc.tokens
      .slice(one.from, one.to)
      .map((token) => token.text)
      .join(' ');
  const used = new Set<Found>();
  for (const one of gold) {
    const type = GOLD_TYPES[one.type];
    if (type === undefined) continue;
    const tally = tallies.get(type)!;
    tally.gold++;
    const match = found.find(
      (name) =>
        !used.has(name) && name.from === one.from && name.to === one.to && AS_GOLD[name.type] === type,
    );
    if (match !== undefined) {
      used.add(match);
      tally.right++;
    } else {
      const near = found.find((name) => name.from < one.to && one.from < name.to);
      if (near !== undefined && AS_GOLD[near.type] === type) tally.overlap++;
      if (showErrors)
        console.error(`missed\t${type}\t${text(one)}\t${near ? `${near.type} ${near.text}` : '-'}`);
    }
  }
  for (const name of found) {
    tallies.get(AS_GOLD[name.type]!)!.found++;
    if (showErrors && !used.has(name)) console.error(`spurious\t${name.type}\t${name.text}`);
  }
}

function summary(tallies: ReadonlyMap<ScoredType, Tally>): Scores {
  const all = { right: 0, found: 0, gold: 0 };
  const perType: Record<string, { precision: number; recall: number; exactF1: number }> = {};
  for (const [type, tally] of tallies) {
    all.right += tally.right;
    all.found += tally.found;
    all.gold += tally.gold;
    perType[type] = {
      precision: percent(tally.right, tally.found, 2),
      recall: percent(tally.right, tally.gold, 2),
      exactF1: percent(2 * tally.right, tally.found + tally.gold, 2),
    };
  }
  return {
    exactF1: percent(2 * all.right, all.found + all.gold, 2),
    perType,
    gold: all.gold,
    found: all.found,
  };
}
