/** Features of one thing, by name, with how strongly each holds. */
export type FeatureBag = Map<string, number>;

/** Notes a feature; where it was noted before, the stronger of both counts. */
export function note(bag: FeatureBag, name: string, value = 1): void {
  const before = bag.get(name);
  if (before === undefined || before < value) bag.set(name, value);
}

/** Adds to a feature. */
export function add(bag: FeatureBag, name: string, value = 1): void {
  bag.set(name, (bag.get(name) ?? 0) + value);
}

/** Scales a bag to a length, so that bags of many features weigh no more than those of few. */
export function scaled(bag: FeatureBag, length: number): FeatureBag {
  let sum = 0;
  for (const value of bag.values()) sum += value * value;
  if (sum === 0) return bag;
  const factor = length / Math.sqrt(sum);
  return new Map([...bag].map(([name, value]) => [name, value * factor]));
}
