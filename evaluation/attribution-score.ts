import { percent } from './percent.js';

/** One attribution as sets of tokens, gold or found. */
export interface TokenAttribution {
  readonly source: ReadonlySet<number>;
  readonly cue: ReadonlySet<number>;
  readonly content: ReadonlySet<number>;
}

/** Gold also knows how much of its content stands in quotation marks. */
export interface GoldTokens extends TokenAttribution {
  readonly kind: 'direct' | 'mixed' | 'indirect';
}

/** One scored text. `edge` tells the tokens that do not count at the edge of a span. */
export interface ScoredText {
  readonly gold: readonly GoldTokens[];
  readonly found: readonly TokenAttribution[];
  readonly edge: (token: number) => boolean;
}

export interface PRF {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const ROLES = ['cue', 'source', 'content'] as const;

/** Pairs of a gold and a found attribution, one to one, best overlap of the cues first, then of the contents. */
export function align(
  gold: readonly TokenAttribution[],
  found: readonly TokenAttribution[],
): { readonly gold: number; readonly found: number }[] {
  const candidates: { gold: number; found: number; cue: number; content: number }[] = [];
  found.forEach((one, f) => {
    gold.forEach((other, g) => {
      const shared = common(one.cue, other.cue);
      if (shared === 0) return;
      const cue = shared / (one.cue.size + other.cue.size - shared);
      candidates.push({ gold: g, found: f, cue, content: common(one.content, other.content) });
    });
  });
  candidates.sort((a, b) => b.cue - a.cue || b.content - a.content || a.found - b.found || a.gold - b.gold);
  const usedGold = new Set<number>();
  const usedFound = new Set<number>();
  const pairs: { gold: number; found: number }[] = [];
  for (const pair of candidates) {
    if (usedGold.has(pair.gold) || usedFound.has(pair.found)) continue;
    usedGold.add(pair.gold);
    usedFound.add(pair.found);
    pairs.push({ gold: pair.gold, found: pair.found });
  }
  return pairs;
}

/**
 * Scores attributions over texts.
 *
 * **Shape** `relation`: cue, source and content all overlap, two empty sources count as a match;
 * `relationStrict`: they do not; `allExact`: all three the same but for punctuation at the edges.
 */
export function scoreAttributions(texts: readonly ScoredText[]) {
  const hits = { relation: 0, relationStrict: 0, allExact: 0 };
  const spans = Object.fromEntries(
    ROLES.map((role) => [role, { gold: 0, found: 0, exact: 0, overlap: 0, tokens: [0, 0, 0] }]),
  ) as Record<(typeof ROLES)[number], SpanCount>;
  const kinds = { direct: [0, 0], mixed: [0, 0], indirect: [0, 0] };
  let gold = 0;
  let found = 0;
  for (const text of texts) {
    gold += text.gold.length;
    found += text.found.length;
    for (const role of ROLES) countRole(spans[role], text, role);
    for (const one of text.gold) kinds[one.kind][1]! += 1;
    for (const pair of align(text.gold, text.found)) {
      const truth = text.gold[pair.gold]!;
      const guess = text.found[pair.found]!;
      for (const role of ROLES) {
        if (truth[role].size === 0 || guess[role].size === 0) continue;
        if (same(truth[role], guess[role])) spans[role].exact += 1;
        if (common(truth[role], guess[role]) > 0) spans[role].overlap += 1;
      }
      const strict = ROLES.every((role) => common(truth[role], guess[role]) > 0);
      const loose =
        strict || (truth.source.size + guess.source.size === 0 && common(truth.content, guess.content) > 0);
      if (strict) hits.relationStrict += 1;
      if (loose) {
        hits.relation += 1;
        kinds[truth.kind][0]! += 1;
      }
      if (ROLES.every((role) => same(trim(truth[role], text.edge), trim(guess[role], text.edge))))
        hits.allExact += 1;
    }
  }
  return {
    reports: texts.length,
    gold,
    found,
    ...Object.fromEntries(ROLES.map((role) => [role, spanScores(spans[role])])),
    relation: prf(hits.relation, found, gold),
    relationStrict: prf(hits.relationStrict, found, gold),
    allExact: prf(hits.allExact, found, gold),
    twoPeople: TWO_PEOPLE,
    recallByKind: Object.fromEntries(
      Object.entries(kinds).map(([kind, [hit, all]]) => [kind, percent(hit!, all!)]),
    ),
  };
}

/** How far two people agree on 18 reports of PolNeAR, F1: what nobody can be asked to pass. */
const TWO_PEOPLE = { relation: 79.1, relationStrict: 76.8, allExact: 60.5 };

interface SpanCount {
  gold: number;
  found: number;
  exact: number;
  overlap: number;
  /** Tokens in both, in gold, in what was found. */
  tokens: [number, number, number];
}

function countRole(count: SpanCount, text: ScoredText, role: (typeof ROLES)[number]): void {
  const truth = new Set(text.gold.flatMap((one) => [...one[role]]));
  const guess = new Set(text.found.flatMap((one) => [...one[role]]));
  count.gold += text.gold.filter((one) => one[role].size > 0).length;
  count.found += text.found.filter((one) => one[role].size > 0).length;
  count.tokens[0] += common(truth, guess);
  count.tokens[1] += truth.size;
  count.tokens[2] += guess.size;
}

function spanScores(count: SpanCount) {
  return {
    exact: prf(count.exact, count.found, count.gold),
    overlap: prf(count.overlap, count.found, count.gold),
    token: prf(count.tokens[0], count.tokens[2], count.tokens[1]),
  };
}

function prf(hits: number, found: number, gold: number): PRF {
  return {
    precision: percent(hits, found),
    recall: percent(hits, gold),
    f1: percent(2 * hits, found + gold),
  };
}

function common(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const token of a) if (b.has(token)) shared += 1;
  return shared;
}

function same(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && common(a, b) === a.size;
}

function trim(tokens: ReadonlySet<number>, edge: (token: number) => boolean): ReadonlySet<number> {
  const sorted = [...tokens].sort((a, b) => a - b);
  let from = 0;
  let to = sorted.length;
  while (from < to && edge(sorted[from]!)) from += 1;
  while (to > from && edge(sorted[to - 1]!)) to -= 1;
  return new Set(sorted.slice(from, to));
}
