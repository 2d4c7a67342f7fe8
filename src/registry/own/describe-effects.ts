import type { Entry } from '../codebook/codebook.js';
import { foldName } from '../gazetteer/fold.js';
import type { Registry } from '../registry.js';
import { list } from '../table.js';
import { conditionsOf } from './check-own-knowledge.js';
import type { OwnKnowledge, OwnRow } from './own-knowledge.js';
import { IMPORTED_TABLES } from './own-tables.js';

/**
 * What a row of the user's changes.
 *
 * **Shape** `entry` is what it is about; `instead` names what of ours it stands in place of, or before: empty where it
 * only adds.
 */
export interface OwnEffect {
  readonly file: string;
  readonly line: number;
  readonly entry: string;
  readonly instead: readonly string[];
}

/**
 * What each row of the user's changes in our registry, votes that were imported left out: they are many.
 *
 * **Shape** `ours` is the registry without the user's.
 */
export function describeEffects(own: OwnKnowledge, ours: Registry): OwnEffect[] {
  const described = own.files.filter(({ name }) => !IMPORTED_TABLES.includes(name));
  return described.flatMap(({ name, rows }) =>
    rows.map(({ line, cells }) => ({
      file: name,
      line,
      entry: cells.name ?? conditionsOf(cells).replaceAll('\n', ', '),
      instead: [...new Set(insteadOf(name, cells, ours))],
    })),
  );
}

function insteadOf(file: string, cells: OwnRow['cells'], ours: Registry): string[] {
  const { name = '', lemma = '', aliases = '' } = cells;
  const { verbs, nouns, contexts } = ours.codebook;
  switch (file) {
    case 'actors.csv':
    case 'places.csv':
      return [name, ...list(aliases)].flatMap((one) => bearers(one, ours));
    case 'roles.csv':
      return ours.roles.endingAt(lemma.split(' '), lemma.split(' ').length - 1)?.role.lemma === lemma
        ? [`the role "${lemma}"`]
        : [];
    case 'verbs.csv':
      return framesOf(verbs.get(lemma) ?? []);
    case 'nouns.csv':
      return framesOf(nouns.get(lemma) ?? []);
    case 'contexts.csv':
      return [...(contexts.get(lemma) ?? [])];
    default:
      return [];
  }
}

/** Everybody and everything that bears a name. */
function bearers(name: string, { gazetteer, tenures }: Registry): string[] {
  const listed = gazetteer.find(name).map((one) => `${one.kind} ${one.name}`);
  const person = tenures.byName(name, null)[0];
  // A surname alone is found too, but only the whole name is replaced.
  if (
    person === undefined ||
    ![person.person, ...person.aliases].some((one) => foldName(one) === foldName(name))
  )
    return listed;
  return [...listed, `person ${person.person}`];
}

function framesOf(
  frames: readonly { readonly id: string; readonly type: string; readonly entry: Entry }[],
): string[] {
  return frames.map(
    ({ id, type, entry }) => `${id} ${type} (${entry.file.replace('codebook/', '')} ${entry.line})`,
  );
}
