/** What a scorer counts of one document: both sides' share of a whole, added up over documents before dividing. */
export interface Counts {
  readonly precision: readonly [part: number, whole: number];
  readonly recall: readonly [part: number, whole: number];
}

/** **Shape** a chain is the keys of its mentions, each key once in a document; chains of one mention are left out. */
export type Chains = readonly (readonly string[])[];

/**
 * MUC: how many links chains need, and how many of them the other side has.
 *
 * **Source** Vilain et al. 1995, "A model-theoretic coreference scoring scheme", as the CoNLL reference scorer 8
 * counts it (Pradhan et al. 2014): mentions that the other side lacks stand each by itself.
 */
export function muc(gold: Chains, found: Chains): Counts {
  return { precision: links(found, ownersOf(gold)), recall: links(gold, ownersOf(found)) };
}

/** B³: for each mention, the share of its chain that its chain on the other side has. **Source** Bagga, Baldwin 1998. */
export function bCubed(gold: Chains, found: Chains): Counts {
  return { precision: shared(found, ownersOf(gold)), recall: shared(gold, ownersOf(found)) };
}

/**
 * CEAFe: chains paired one to one so that their likeness, twice the mentions they share over those of both, sums to
 * the most. **Source** Luo 2005, "On coreference resolution performance metrics", likeness φ4.
 */
export function ceafe(gold: Chains, found: Chains): Counts {
  const owners = ownersOf(found);
  const likeness = gold.map((chain) => {
    const row = new Float64Array(found.length);
    for (const mention of chain) {
      const owner = owners.get(mention);
      if (owner !== undefined) row[owner]! += 2 / (chain.length + found[owner]!.length);
    }
    return row;
  });
  const best = bestPairing(likeness, found.length);
  return { precision: [best, found.length], recall: [best, gold.length] };
}

/** Adds up what documents count. */
export function addCounts(all: readonly Counts[]): Counts {
  const sum = (side: 'precision' | 'recall', at: 0 | 1) =>
    all.reduce((total, counts) => total + counts[side][at], 0);
  return {
    precision: [sum('precision', 0), sum('precision', 1)],
    recall: [sum('recall', 0), sum('recall', 1)],
  };
}

function ownersOf(chains: Chains): Map<string, number> {
  return new Map(chains.flatMap((chain, index) => chain.map((mention) => [mention, index] as const)));
}

function links(chains: Chains, others: ReadonlyMap<string, number>): [number, number] {
  let part = 0;
  let whole = 0;
  for (const chain of chains) {
    const owners = new Set<number>();
    let alone = 0;
    for (const mention of chain) {
      const owner = others.get(mention);
      if (owner === undefined) alone++;
      else owners.add(owner);
    }
    part += chain.length - owners.size - alone;
    whole += chain.length - 1;
  }
  return [part, whole];
}

function shared(chains: Chains, others: ReadonlyMap<string, number>): [number, number] {
  let part = 0;
  let whole = 0;
  for (const chain of chains) {
    const sizes = new Map<number, number>();
    for (const mention of chain) {
      const owner = others.get(mention);
      if (owner !== undefined) sizes.set(owner, (sizes.get(owner) ?? 0) + 1);
    }
    for (const size of sizes.values()) part += (size * size) / chain.length;
    whole += chain.length;
  }
  return [part, whole];
}

/**
 * The largest sum that pairs rows with columns one to one.
 *
 * **Source** Kuhn 1955, Munkres 1957, in the form with potentials and shortest paths (cubic in the smaller side).
 */
function bestPairing(values: readonly Float64Array[], columns: number): number {
  const isWide = values.length <= columns;
  const rows = isWide ? values.length : columns;
  const others = isWide ? columns : values.length;
  const cost = (row: number, column: number) => -(isWide ? values[row]![column]! : values[column]![row]!);
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(others + 1);
  const rowOf = new Int32Array(others + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    const least = new Float64Array(others + 1).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(others + 1);
    const isDone = new Uint8Array(others + 1);
    let at = 0;
    do {
      isDone[at] = 1;
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let column = 1; column <= others; column++) {
        if (isDone[column]) continue;
        const over = cost(rowOf[at]! - 1, column - 1) - rowPotential[rowOf[at]!]! - columnPotential[column]!;
        if (over < least[column]!) {
          least[column] = over;
          from[column] = at;
        }
        if (least[column]! < step) {
          step = least[column]!;
          next = column;
        }
      }
      for (let column = 0; column <= others; column++) {
        if (isDone[column]) {
          rowPotential[rowOf[column]!]! += step;
          columnPotential[column]! -= step;
        } else least[column]! -= step;
      }
      at = next;
    } while (rowOf[at] !== 0);
    while (at !== 0) {
      rowOf[at] = rowOf[from[at]!]!;
      at = from[at]!;
    }
  }
  let sum = 0;
  for (let column = 1; column <= others; column++)
    if (rowOf[column] !== 0) sum -= cost(rowOf[column]! - 1, column - 1);
  return sum;
}
