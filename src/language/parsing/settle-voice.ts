import type { WordTree } from './parse-words.js';

/** The numbers of what the voice of a sentence shows in, by their names. */
export interface VoiceNumbers {
  readonly participle: number;
  readonly past: number;
  /** Relations that a verb in the passive has, each with that of a verb in the active. */
  readonly ofPassive: ReadonlyMap<number, number>;
  readonly helping: ReadonlySet<number>;
  readonly bare: number;
  readonly object: number;
}

export function voiceNumbers(tags: readonly string[], relations: readonly string[]): VoiceNumbers {
  const relation = (name: string) => relations.indexOf(name);
  const numbers = (...names: readonly string[]) => names.map(relation).filter((number) => number >= 0);
  return {
    participle: tags.indexOf('VERB|VBN'),
    past: tags.indexOf('VERB|VBD'),
    ofPassive: new Map([
      [relation('nsubj:pass'), relation('nsubj')],
      [relation('csubj:pass'), relation('csubj')],
    ]),
    helping: new Set(numbers('aux', 'aux:pass', 'cop')),
    bare: relation('obl:unmarked'),
    object: relation('obj'),
  };
}

/**
 * Makes, in place, the verb of a whole sentence finite: "Chile bombed Peru." is in the past and in the active, since
 * only headlines do without the auxiliary of a passive.
 */
export function settleVoice(
  words: readonly string[],
  { tags, heads, relations }: WordTree,
  voice: VoiceNumbers,
): void {
  const root = heads.indexOf(-1);
  if (tags[root] !== voice.participle || !/^[.!?]$/.test(words.at(-1)!)) return;
  const children = [...heads.keys()].filter((at) => heads[at] === root);
  if (children.some((at) => voice.helping.has(relations[at]!))) return;
  if (!children.some((at) => at < root && voice.ofPassive.has(relations[at]!))) return;
  tags[root] = voice.past;
  for (const at of children) {
    const active = voice.ofPassive.get(relations[at]!);
    if (active !== undefined) relations[at] = active;
    // Right behind the verb, a noun without a preposition is no time.
    else if (relations[at] === voice.bare && at === root + 1) relations[at] = voice.object;
  }
}
