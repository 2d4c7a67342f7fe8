import type { Role } from '../../registry/registry.js';
import { phraseCore } from './phrase.js';
import type { Identity, Scene } from './scene.js';

/** Whom a definite description takes up again: "the demonstrators", "the ministry". */
export function referent(scene: Scene, head: number, role: Role | null): readonly Identity[] | null {
  const { doc, references } = scene;
  const body = isDefinite(scene, head) ? calledSo(scene, head) : undefined;
  if (body !== undefined) return [{ ...body, resolvedBy: 'reference' }];
  const reference = references.get(head);
  if (reference !== undefined && reference.antecedent !== null && reference.antecedent !== head) {
    const antecedent = scene.resolve(reference.antecedent);
    if (antecedent !== null && antecedent.identities.length > 0) {
      const suits = role === null || antecedent.identities.some((one) => shares(one.sectors, role.sectors));
      if (suits) return antecedent.identities.map((one) => ({ ...one, resolvedBy: 'reference' }));
    }
  }
  if (role === null || !isDefinite(scene, head)) return null;
  const lemma = doc.lemmas[head]!.toLowerCase();
  const [earlier] = scene.salience.latest(
    head,
    1,
    (one) => one.country !== null && one.person === null && lastWord(one.name) === lemma,
  );
  return earlier === undefined ? null : [{ ...earlier, resolvedBy: 'role+reference' }];
}

/** The body named last that a report may call by this noun: "the agency", "the alliance", "the militants". */
function calledSo({ doc, registry, salience }: Scene, head: number): Identity | undefined {
  const noun = doc.lemmas[head]!.toLowerCase().replace(/ization$/, 'isation');
  const isNarrowed = (doc.tree.children[head] ?? []).some(
    (child) =>
      NARROWING.has(doc.tree.relations[child]!) &&
      !(doc.tree.children[child] ?? []).some((one) => doc.upos[one] === 'NUM'),
  );
  if (isNarrowed) return undefined;
  const [body] = salience.latest(
    head,
    1,
    (one) => one.person === null && registry.gazetteer.find(one.name).some(({ called }) => called?.has(noun)),
  );
  return body;
}

/** What says that another one is meant: "the body of experts", "the party that lost". */
const NARROWING = new Set(['nmod', 'nmod:poss', 'acl', 'acl:relcl', 'compound', 'conj', 'flat', 'appos']);

/**
 * The country of the body that a title leans on and the text has named before: "ministry spokesman" after "the
 * commerce ministry in Beijing".
 */
export function earlierBody(scene: Scene, head: number): string | null {
  const { doc, marks } = scene;
  const { from, to } = phraseCore(doc, head);
  for (let at = from; at < to; at++) {
    const role = marks.roles[marks.roleAt[at] ?? -1];
    if (role === undefined || role.role.kind !== 'institution') continue;
    const lemma = doc.lemmas[at]!.toLowerCase();
    const [earlier] = scene.salience.latest(
      from,
      1,
      (one) => one.country !== null && one.person === null && lastWord(one.name) === lemma,
    );
    if (earlier !== undefined) return earlier.country;
  }
  return null;
}

function lastWord(name: string): string {
  const lower = name.toLowerCase();
  const short = lower.split(/ (?:in|of|from|at|for) /)[0]!;
  return short.slice(short.lastIndexOf(' ') + 1);
}

function shares(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((one) => b.includes(one));
}

/** "the", "this", or no determiner in a headline; "a" and bare plurals tell of somebody new. */
export function isDefinite(scene: Scene, head: number): boolean {
  const { doc } = scene;
  for (const child of doc.tree.children[head] ?? []) {
    if (child > head) break;
    if (doc.tree.relations[child] !== 'det') continue;
    return /^(the|this|that|these|those)$/i.test(doc.tokens[child]!.text);
  }
  return false;
}
