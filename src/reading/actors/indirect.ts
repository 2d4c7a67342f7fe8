import type { TokenRange } from '../../document/span.js';
import { isState } from '../../registry/sectors.js';
import { markedBelonging } from './belonging.js';
import { isCondition } from './described.js';
import { caseOf, phraseCore } from './phrase.js';
import { isDefinite, referent } from './referent.js';
import { type Identity, type Resolved, type Scene, words } from './scene.js';
import { extend } from './span-of.js';

const QUANTITIES = new Set(
  `thousand hundred dozen million group number score crowd majority handful some many most several few one two three
  four five six seven eight nine ten all part half member any none each team band bunch couple pair wave series
  hundreds thousands dozens scores tens third quarter fifth half percent % minority`.split(/\s+/),
);

/** "thousands of textile workers", "a group of settlers", "three of the soldiers": those who are counted. */
export function counted(scene: Scene, head: number, core: TokenRange): Resolved | null {
  const { doc } = scene;
  if (!QUANTITIES.has(doc.lemmas[head]!.toLowerCase()) && doc.upos[head] !== 'NUM') return null;
  for (const child of doc.tree.children[head] ?? []) {
    if (child < head || caseOf(doc, child) !== 'of') continue;
    const inner = scene.resolve(child) ?? counted(scene, child, phraseCore(doc, child));
    if (inner === null) continue;
    const range = { from: core.from, to: Math.max(core.to, inner.range.to) };
    return { head, core, range, kind: inner.kind, identities: inner.identities };
  }
  return null;
}

/** "NATO member Turkey", "oil producer Nigeria": whoever the name right behind a noun says it is. */
export function renamed(scene: Scene, head: number, core: TokenRange): Resolved | null {
  const { doc, marks } = scene;
  for (const child of doc.tree.children[head] ?? []) {
    if (child < head || doc.tree.relations[child] !== 'appos') continue;
    const mark = marks.names[marks.nameAt[child] ?? -1];
    if (mark === undefined || mark.from !== core.to || mark.listing.kind === 'place') continue;
    const named = scene.resolve(child);
    if (named === null) continue;
    const range = { from: core.from, to: Math.max(core.to, named.range.to) };
    return { head, core: range, range, kind: 'named', identities: named.identities };
  }
  return null;
}

/** "Nearly 40 countries", "several other nations": states that are counted and not named. */
function isCounted({ doc }: Scene, head: number): boolean {
  return (doc.tree.children[head] ?? []).some(
    (child) =>
      child < head &&
      (doc.tree.relations[child] === 'nummod' ||
        /^(?:many|most|other|several|some|various)$/i.test(doc.tokens[child]!.text)),
  );
}

const LAND_WORDS = new Set(['country', 'nation', 'kingdom', 'republic', 'state', 'emirate', 'island']);

/** "the country", "the kingdom": the state taken up again, by reference or by what is in mind. */
export function landWord(scene: Scene, head: number, core: TokenRange): Resolved | null {
  const { doc, registry } = scene;
  const referred = referent(scene, head, null);
  if (referred !== null) {
    return { head, core, range: extend(scene, head, core), kind: 'described', identities: referred };
  }
  if (!LAND_WORDS.has(doc.lemmas[head]!.toLowerCase()) || isCondition(scene, head)) return null;
  if (doc.xpos[head] === 'NNS' && isCounted(scene, head)) {
    // Known by their number alone, they do something only where somebody known is on the other side.
    const unnamed: Identity = {
      name: words(doc, core),
      country: null,
      sectors: [],
      title: null,
      person: null,
      id: null,
      resolvedBy: 'role',
    };
    return { head, core, range: extend(scene, head, core), kind: 'generic', identities: [unnamed] };
  }
  if (!isDefinite(scene, head)) return null;
  if (doc.xpos[head] !== 'NN' && doc.tokens[head]!.text !== 'Kingdom') return null;
  const [origin] = markedBelonging(doc, scene.marks, head, core).countries;
  const code = origin?.code ?? scene.salience.state(core.from);
  const country = isState(code) ? registry.countries.get(code) : undefined;
  if (country === undefined) return null;
  const identity: Identity = {
    name: country.name,
    country: country.code,
    sectors: ['GOV'],
    title: null,
    person: null,
    id: country.id,
    resolvedBy: origin?.basis ?? 'context',
  };
  return { head, core, range: core, kind: 'described', identities: [identity] };
}
