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
  readonly subject: number;
  readonly root: number;
  readonly case: number;
  readonly describing: number;
  /** What only an active verb has. */
  readonly ofActive: ReadonlySet<number>;
  readonly finite: ReadonlySet<number>;
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
    subject: relation('nsubj'),
    root: relation('root'),
    case: relation('case'),
    describing: relation('acl'),
    ofActive: new Set(numbers('obj', 'xcomp', 'ccomp')),
    finite: new Set([...tags.keys()].filter((tag) => /\|(?:VB[DPZ]|MD)$/.test(tags[tag]!))),
  };
}

/**
 * Makes, in place, the verb of a whole sentence finite: "Chile bombed Peru." is in the past and in the active, since
 * only headlines do without the auxiliary of a passive, or without a verb.
 */
export function settleVoice(words: readonly string[], tree: WordTree, voice: VoiceNumbers): void {
  if (!/^[.!?]$/.test(words.at(-1)!)) return;
  const root = tree.heads.indexOf(-1);
  if (tree.tags[root] === voice.participle) settleRoot(root, tree, voice);
  else if (!tree.tags.some((tag) => voice.finite.has(tag))) raiseVerb(root, words, tree, voice);
}

function settleRoot(root: number, { tags, heads, relations }: WordTree, voice: VoiceNumbers): void {
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

/** Prepositions of what somebody does; by the others, things are done. */
const OF_DEEDS = /^(?:about|against|for|to|with)$/i;

/** "The opposition called for elections.": what seems to describe its noun is its verb, where there is no other. */
function raiseVerb(
  root: number,
  words: readonly string[],
  { tags, heads, relations }: WordTree,
  voice: VoiceNumbers,
): void {
  const verb = heads.findIndex(
    (head, at) =>
      head === root && at > root && relations[at] === voice.describing && tags[at] === voice.participle,
  );
  if (verb < 0 || /(?:[^w]n|own)$/.test(words[verb]!)) return;
  const isOfVerb = (at: number) => heads[at] === verb;
  const isActive = [...heads.keys()].some(
    (at) =>
      (isOfVerb(at) && voice.ofActive.has(relations[at]!)) ||
      (relations[at] === voice.case && OF_DEEDS.test(words[at]!) && isOfVerb(heads[at]!)),
  );
  if (!isActive) return;
  tags[verb] = voice.past;
  heads[verb] = -1;
  relations[verb] = voice.root;
  for (const [at, head] of heads.entries()) if (head === root && at > verb) heads[at] = verb;
  heads[root] = verb;
  relations[root] = voice.subject;
}
