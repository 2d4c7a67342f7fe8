import { collective } from './collective.js';
import { counterpart } from './counterpart.js';
import { described } from './described.js';
import { counted, landWord, renamed } from './indirect.js';
import { bearerOf, isPartOfName, named, person, unlisted } from './named.js';
import { bareNumber } from './numbers.js';
import { phraseCore } from './phrase.js';
import type { Resolved, Scene } from './scene.js';
import { shortNamed } from './short-names.js';

/** Says who the phrase that hangs on a token is; null where it is nobody who can act. */
export function resolvePhrase(scene: Scene, head: number): Resolved | null {
  const { doc } = scene;
  const core = phraseCore(doc, head);
  const pair = collective(scene, head, core);
  if (pair.length > 0) {
    const range = { from: core.from - (isBoth(scene, core.from - 1) ? 1 : 0), to: core.to };
    return { head, core, range, kind: 'described', identities: pair };
  }
  const bearer = bearerOf(scene, head, core);
  if (bearer !== undefined) return person(scene, head, core, bearer);
  const other = counterpart(scene, head, core);
  if (other !== null) return other;
  const mark = scene.marks.names[scene.marks.nameAt[head] ?? -1];
  if (mark !== undefined && !isPartOfName(scene, mark)) return named(scene, head, core, mark);
  const short = shortNamed(scene, head, core);
  if (short !== null) return short;
  const known = described(scene, head, core);
  if (known !== null) return known;
  return (
    unlisted(scene, head, core) ??
    counted(scene, head, core) ??
    bareNumber(scene, head, core) ??
    renamed(scene, head, core) ??
    landWord(scene, head, core)
  );
}

/** The tree may hang "both" on the verb before; it is the mention's own all the same. */
function isBoth({ doc }: Scene, token: number): boolean {
  return doc.tokens[token]?.text.toLowerCase() === 'both';
}
