/**
 * One line of a file of the user's. `line` counts from 1, the header included; cells that the file has no column for
 * are empty.
 */
export interface OwnRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** One of the user's files. **Shape** `name` is that of its kind ("actors.csv"), `path` where it lies. */
export interface OwnFile {
  readonly name: string;
  readonly path: string;
  readonly rows: readonly OwnRow[];
}

/**
 * What the user knows and we do not: actors, places, roles and frames, which win over ours. Plain data, so that it is
 * read once and handed to every thread.
 *
 * **Shape** `digest` is made from the cells alone: the same knowledge has the same digest wherever it lies, and a
 * reading says by it what it drew on.
 */
export interface OwnKnowledge {
  readonly folder: string;
  readonly digest: string;
  readonly files: readonly OwnFile[];
}

/** The rows of one kind of file; none where the user has no such file. */
export function ownRows(own: OwnKnowledge, name: string): readonly OwnRow[] {
  return own.files.find((file) => file.name === name)?.rows ?? [];
}
