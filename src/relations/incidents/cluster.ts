import { type Likeness, likenessOf } from './likeness.js';
import type { Telling } from './telling.js';

/** What a person has ruled about two tellings, by their ids. */
export interface Ruling {
  readonly event: string;
  readonly other: string;
  readonly same: boolean;
}

/** Tellings of one incident, and why each but the first was joined. */
export interface Cluster {
  readonly tellings: readonly Telling[];
  readonly joined: ReadonlyMap<string, Joining>;
}

/** The telling that another was joined to most of all. */
export interface Joining {
  readonly to: string;
  readonly likeness: Likeness | 'ruled' | 'copied';
}

/** Two clusters become one where their tellings are on average at least so alike. **Units** logarithm of odds. */
const JOINED = 0;

/**
 * Parts tellings into incidents: the two groups whose tellings are most alike on average are joined again and again,
 * until none are alike (average-link clustering, Sokal and Michener 1958). A chain of tellings each alike only to the next
 * does not become one incident.
 *
 * **Shape** the same whatever the order of the tellings. Rulings come before all else.
 */
export function cluster(tellings: readonly Telling[], rulings: readonly Ruling[] = []): Cluster[] {
  const ruledOf = new Set(rulings.flatMap(({ event, other }) => [event, other]));
  const { originals, repeats } = partRepeats(tellings, ruledOf);
  return clusterOriginals(originals, rulings).map((one) => withRepeats(one, repeats));
}

/** Tellings that are the same words of the same report, by the one of them that is compared with others. */
type Repeats = ReadonlyMap<string, readonly Telling[]>;

/**
 * Tellings in copied sentences apart from those that they repeat: however often a report is copied, its events are
 * compared once. What a person has ruled of is compared by itself.
 */
function partRepeats(
  tellings: readonly Telling[],
  ruledOf: ReadonlySet<string>,
): { readonly originals: readonly Telling[]; readonly repeats: Repeats } {
  const inOrder = [...tellings].sort(byOriginality);
  const bySignature = new Map<string, Telling>();
  const repeats = new Map<string, Telling[]>();
  const originals: Telling[] = [];
  for (const telling of inOrder) {
    const signature = signatureOf(telling);
    const original = ruledOf.has(telling.id) ? undefined : bySignature.get(signature);
    // One report may tell two events in one sentence by the same word.
    if (original === undefined || original.report === telling.report) {
      if (original === undefined) bySignature.set(signature, telling);
      originals.push(telling);
    } else repeats.set(original.id, [...(repeats.get(original.id) ?? []), telling]);
  }
  return { originals, repeats };
}

/** What copies of a telling have in common: whose words they are, and which. */
export function signatureOf({ source, type, mode, cue, words, actors, recipients }: Telling): string {
  const parties = [...actors, ...recipients].map(({ name }) => name);
  return [source, type, mode, cue, words.join(' '), parties.join(' ')].join('|');
}

/** The original first, then by publication. */
export function byOriginality(a: Telling, b: Telling): number {
  const own = Number(b.report === b.source) - Number(a.report === a.source);
  return own || (a.published ?? LATE) - (b.published ?? LATE) || (a.id < b.id ? -1 : 1);
}

const LATE = Number.MAX_SAFE_INTEGER;

function withRepeats({ tellings, joined }: Cluster, repeats: Repeats): Cluster {
  const more = tellings.flatMap((original) =>
    (repeats.get(original.id) ?? []).map((one) => ({ original, one })),
  );
  if (more.length === 0) return { tellings, joined };
  const all = new Map(joined);
  for (const { original, one } of more) all.set(one.id, { to: original.id, likeness: 'copied' });
  return { tellings: [...tellings, ...more.map(({ one }) => one)], joined: all };
}

function clusterOriginals(tellings: readonly Telling[], rulings: readonly Ruling[]): Cluster[] {
  const all = [...tellings].sort((a, b) => (a.id < b.id ? -1 : 1));
  const size = all.length;
  const ruled = new Map(rulings.map(({ event, other, same }) => [keyOf(event, other), same]));
  const scores = new Float64Array(size * size);
  const likenesses = new Map<string, Likeness>();
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      const ruling = ruled.get(keyOf(all[i]!.id, all[j]!.id));
      const likeness = likenessOf(all[i]!, all[j]!);
      likenesses.set(`${i} ${j}`, likeness);
      const score = ruling === undefined ? likeness.score : ruling ? RULED : -RULED;
      scores[i * size + j] = score;
      scores[j * size + i] = score;
    }
  }
  const groups = agglomerate(size, scores);
  return groups.map((members) => {
    const joined = new Map<string, Joining>();
    for (const at of members.slice(1)) {
      const nearest = members
        .filter((one) => one < at)
        .reduce((a, b) => (scores[at * size + b]! > scores[at * size + a]! ? b : a));
      const isRuled = ruled.get(keyOf(all[at]!.id, all[nearest]!.id)) === true;
      joined.set(all[at]!.id, {
        to: all[nearest]!.id,
        likeness: isRuled ? 'ruled' : likenesses.get(`${nearest} ${at}`)!,
      });
    }
    return { tellings: members.map((at) => all[at]!), joined };
  });
}

const RULED = 1e6;

function keyOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Groups of indices, each ascending, in order of their first. */
function agglomerate(size: number, scores: Float64Array): number[][] {
  const groups: (number[] | null)[] = Array.from({ length: size }, (_, at) => [at]);
  // Sums of scores between groups: the average follows without looking at members again.
  const sums = Float64Array.from(scores);
  for (;;) {
    let best = JOINED;
    let pair: [number, number] | null = null;
    for (let i = 0; i < size; i++) {
      const one = groups[i];
      if (one === null) continue;
      for (let j = i + 1; j < size; j++) {
        const other = groups[j];
        if (other === null) continue;
        const mean = sums[i * size + j]! / (one!.length * other!.length);
        if (mean > best) [best, pair] = [mean, [i, j]];
      }
    }
    if (pair === null) break;
    const [i, j] = pair;
    groups[i] = [...groups[i]!, ...groups[j]!].sort((a, b) => a - b);
    groups[j] = null;
    for (let k = 0; k < size; k++) {
      if (groups[k] === null || k === i) continue;
      sums[i * size + k] = sums[i * size + k]! + sums[j * size + k]!;
      sums[k * size + i] = sums[i * size + k]!;
    }
  }
  return groups.filter((group) => group !== null);
}
