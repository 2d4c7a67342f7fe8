export type Given<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

/** Values without the keys that nobody gave: options may leave keys out, and must not have them undefined. */
export function given<T extends object>(values: T): Given<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>;
}
