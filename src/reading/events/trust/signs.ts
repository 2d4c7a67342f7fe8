import type { Document } from '../../../document/document.js';
import { rangeAt } from '../../../document/span.js';
import { tokenAt } from '../../../document/tree.js';
import { findTurns } from '../../../language/references/find-turns.js';
import { tenseOf } from '../../../language/times/tense.js';
import type { Codebook } from '../../../registry/codebook/codebook.js';
import { isState, type Sector } from '../../../registry/sectors.js';
import type { Cast } from '../../cast.js';
import type { Actor, Event } from '../../contract.js';
import { isGuess } from '../guess.js';

/** What of a report bears on all of its events alike. */
export interface Setting {
  readonly doc: Document;
  /** Tokens at which somebody who has power, or fights for it, is named. */
  readonly powers: readonly number[];
  readonly codebook: Codebook;
  /** One a paragraph where the report is an interview, else null: see `findTurns`. */
  readonly turns: Uint8Array | null;
  /** Whether most of what the report's body tells is told in the past tense. */
  readonly isPast: boolean;
  /** **Units** words of sport, arts, science and trade in a hundred. */
  readonly leisure: number;
  /** How often the report mentions each actor, by name. */
  readonly named: ReadonlyMap<string, number>;
  /** What each pronoun stands for, by its token. */
  readonly antecedents: ReadonlyMap<number, number>;
}

/** An event with the token that tells it. */
export interface Weighed {
  readonly event: Event;
  readonly head: number;
}

/**
 * What speaks for and against an event's being as it is told, by name: who is in it and how well he is known, what
 * proposed it, how it is told and where.
 */
export function signsOf(
  { event, head }: Weighed,
  { doc, powers, codebook, turns, isPast, leisure, named, antecedents }: Setting,
): string[] {
  const { type, actors, recipients, auxiliary, standing, by } = event;
  const sentence = doc.sentences[doc.tokens[head]!.sentence]!;
  const [part] = by.split(':');
  const asks = by.slice(by.indexOf(':') + 1).split('+').length - 1;
  const signs = [
    `type ${type}`,
    `quad ${event.quad}`,
    `part ${part}`,
    `asks ${Math.min(2, asks)}`,
    `standing ${standing}`,
    ...auxiliary.map((one) => `auxiliary ${one}`),
    ...partySigns('actor', actors),
    ...partySigns('recipient', recipients),
    `kind ${sentence.kind}`,
    `quoted ${isQuoted(doc, head)}`,
    `interview ${turns !== null}`,
    `early ${sentence.index <= 2}`,
    `tense ${tenseAt(doc, head, isPast)}`,
    `relation ${doc.tree.relations[head]!.split(':')[0]}`,
  ];
  signs.push(`sure ${Math.min(8, Math.floor(event.confidence * 10))}`);
  signs.push(`powers ${Math.min(4, Math.floor((100 * powers.length) / doc.tokens.length / 0.75))}`);
  const words = doc.lemmas.slice(sentence.from, sentence.to).map((lemma) => lemma.toLowerCase());
  const grave = words.filter((word) => SUBJECTS.some((name) => codebook.classes.get(name)!.has(word)));
  signs.push(`politics ${Math.min(3, grave.length)}`, `length ${Math.min(4, Math.floor(words.length / 12))}`);
  const hurts = words.some((word) => codebook.classes.get('accident')!.has(word));
  if (hurts) signs.push(`accident ${event.quad}`);
  signs.push(`leisure ${Math.min(3, leisure)}`);
  if (/> arbiter$/.test(by)) signs.push('overruled');
  const lemma = doc.lemmas[head]!.toLowerCase();
  signs.push(`word ${lemma}`);
  if (part === 'verb' && codebook.classes.get('intend')!.has(lemma)) signs.push('intent');
  signs.push(`depth ${Math.min(4, depthOf(doc, head))}`);
  signs.push(
    `ended ${/[.!?]["'”’)]?$/.test(doc.tokens.slice(sentence.from, sentence.to).at(-1)?.text ?? '')}`,
  );
  const clause = clauseOf(doc, head);
  if (clause !== null) signs.push(`clause ${clause}`);
  if (event.mode !== null) signs.push('mode');
  if (actors.length > 0 && recipients.length > 0) {
    signs.push(`between ${bond(actors[0]!, recipients[0]!)}`);
    if (actors[0]!.name === recipients[0]!.name) signs.push('mutual');
  }
  if (event.dead !== null || event.injured !== null) signs.push('casualties');
  if (event.when.text !== null) signs.push('dated');
  if (recipients.length === 0) signs.push(`aimless ${event.quad}`, `aimless ${part}`, `aimless ${type}`);
  if (recipients.length === 0) {
    const open = (doc.tree.children[head] ?? []).find((child) =>
      /^(?:obj|nsubj:pass)$/.test(doc.tree.relations[child]!),
    );
    signs.push(`unfilled ${open === undefined ? 'none' : doc.upos[open]}`);
  }
  for (const [role, all] of [
    ['actor', actors],
    ['recipient', recipients],
  ] as const) {
    const first = all[0];
    if (first === undefined) continue;
    signs.push(`${role} path ${pathOf(doc, first.mention, head)}`);
    signs.push(`${role} often ${Math.min(4, Math.floor(Math.log2(named.get(first.name) ?? 1)))}`);
    signs.push(`${role} ${whereOf(first.mention, event.cue, sentence, doc)}`);
    if (first.mention.text.split(/\s+/).length > LONG) signs.push(`${role} long`);
    const rivals = rivalsOf(doc, antecedents, tokenAt(doc, first.mention.start));
    if (rivals !== null) signs.push(`${role} rivals ${rivals}`);
    if (isGuess(first)) signs.push(`${role} guessed`);
    if (all.some((one) => one.country === null)) signs.push(`${role} stateless`);
  }
  return signs;
}

/** How many other persons are named between a pronoun and whom it stands for; null where it is none. */
function rivalsOf(doc: Document, antecedents: ReadonlyMap<number, number>, pronoun: number): number | null {
  const antecedent = antecedents.get(pronoun);
  if (antecedent === undefined) return null;
  let rivals = 0;
  for (let token = antecedent + 1; token < pronoun && rivals < 2; token++) {
    const name = rangeAt(doc.names, token);
    if (name?.type === 'person' && name.from === token) rivals++;
  }
  return rivals;
}

/** How far under the root of its sentence a word hangs. */
function depthOf(doc: Document, token: number): number {
  let depth = 0;
  for (let at = token; doc.tree.heads[at]! >= 0 && depth < 10; depth++) at = doc.tree.heads[at]!;
  return depth;
}

/** What ties a party to the word that tells its event: the relations between them, or `loose` where it hangs elsewhere. */
function pathOf(
  doc: Document,
  mention: { readonly start: number; readonly end: number },
  head: number,
): string {
  let at = tokenAt(doc, mention.start);
  // From the first word of the mention up to its head.
  while (inside(doc, doc.tree.heads[at]!, mention)) at = doc.tree.heads[at]!;
  const path: string[] = [];
  for (let steps = 0; steps < FARTHEST && at >= 0; steps++) {
    if (at === head) return path.join('>') || 'itself';
    path.push(doc.tree.relations[at]!.split(':')[0]!);
    at = doc.tree.heads[at]!;
  }
  return at === head ? path.join('>') : 'loose';
}

function inside(
  doc: Document,
  token: number,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  const own = doc.tokens[token];
  return own !== undefined && own.start >= start && own.end <= end;
}

/** **Units** relations between a party and its event. */
const FARTHEST = 2;

/** **Units** words of a mention that may have swallowed its neighbours. */
const LONG = 8;

/** Where a party stands to the word that tells its event. */
function whereOf(
  mention: { readonly start: number; readonly end: number },
  cue: { readonly start: number; readonly end: number },
  sentence: { readonly from: number; readonly to: number },
  doc: Document,
): string {
  const begin = doc.tokens[sentence.from]!.start;
  if (mention.end < begin) return 'elsewhere';
  if (mention.start <= cue.start && cue.end <= mention.end) return 'around';
  const gap = mention.end <= cue.start ? cue.start - mention.end : mention.start - cue.end;
  const side = mention.end <= cue.start ? 'before' : 'behind';
  return `${side} ${gap <= 2 ? 'beside' : gap <= 30 ? 'near' : gap <= 80 ? 'off' : 'far'}`;
}

/** Classes of the words that tell of politics and of violence. */
const SUBJECTS = ['matter', 'violence-word'];

/** "If convicted", "to prevent them", "without asking them": a clause of conditions and ends tells less. */
function clauseOf(doc: Document, head: number): string | null {
  const marks = (doc.tree.children[head] ?? []).filter((child) => doc.tree.relations[child] === 'mark');
  const words = marks.map((child) => doc.tokens[child]!.text.toLowerCase());
  if (words.some((word) => /^(?:if|unless|whether|lest)$/.test(word))) return 'if';
  if (words.includes('to')) return `to ${doc.tree.relations[head]!.split(':')[0]}`;
  return words.some((word) => /^(?:for|by|without|in|of)$/.test(word)) ? 'gerund' : null;
}

const STATE: ReadonlySet<string> = new Set<Sector>(['GOV', 'MIL', 'LEG', 'JUD', 'COP', 'SPY']);
const POLITICAL: ReadonlySet<string> = new Set<Sector>(['REB', 'PRM', 'PTY', 'OPP', 'UAF', 'ELI']);

function isOfPower(sector: string | undefined): boolean {
  return sector !== undefined && (STATE.has(sector) || POLITICAL.has(sector));
}

function partySigns(role: string, all: readonly Actor[]): string[] {
  const first = all[0];
  if (first === undefined) return [`${role} none`];
  const sector = first.sectors[0];
  const standing =
    sector === undefined
      ? 'none'
      : STATE.has(sector)
        ? 'state'
        : POLITICAL.has(sector)
          ? 'political'
          : sector;
  return [
    `${role} sector ${standing}`,
    `${role} country ${first.country === null ? 'none' : isState(first.country) ? 'state' : 'body'}`,
    `${role} by ${first.resolvedBy.split('+').at(-1)}`,
    `${role} count ${Math.min(2, all.length)}`,
    ...(first.id !== null ? [`${role} known`] : []),
    ...(/^[a-z]/.test(first.mention.text) ? [`${role} small`] : []),
    ...(/^(?:i|we|you|he|she|it|they|us|them|him|her)$/i.test(first.mention.text)
      ? [`${role} pronoun ${first.mention.text.toLowerCase()}`]
      : []),
  ];
}

function bond(a: Actor, b: Actor): string {
  if (a.country === null || b.country === null) return 'unknown';
  return a.country === b.country ? 'same' : 'two';
}

function isQuoted(doc: Document, token: number): boolean {
  return doc.quotes.some(({ from, to }) => from <= token && token < to);
}

/** A present tense in a report that tells of the past says what is so, not what has happened. */
function tenseAt(doc: Document, head: number, isPast: boolean): string {
  const tense = tenseOf(doc, head);
  return tense === 'present' && isPast && doc.sentences[doc.tokens[head]!.sentence]?.kind !== 'headline'
    ? 'habit'
    : tense;
}

/** What bears on every event of a report. */
export function settingOf(doc: Document, cast: Cast, codebook: Codebook): Setting {
  const powers = cast.mentions
    .filter(({ actors }) => actors.some(({ sectors }) => isOfPower(sectors[0])))
    .map(({ head }) => head);
  const named = new Map<string, number>();
  for (const { actors } of cast.mentions)
    for (const { name } of actors) named.set(name, (named.get(name) ?? 0) + 1);
  const leisure = codebook.classes.get('leisure')!;
  const played = doc.lemmas.filter((lemma) => leisure.has(lemma.toLowerCase())).length;
  return {
    doc,
    powers,
    codebook,
    turns: findTurns(doc),
    isPast: isToldInPast(doc),
    named,
    antecedents: antecedentsOf(doc),
    leisure: Math.floor((100 * played) / Math.max(1, doc.tokens.length)),
  };
}

function antecedentsOf(doc: Document): Map<number, number> {
  const found = new Map<number, number>();
  for (const { head, antecedent } of doc.references)
    if (antecedent !== null && doc.upos[head] === 'PRON' && !found.has(head)) found.set(head, antecedent);
  return found;
}

/** Whether more finite verbs of a report's body stand in the past tense than in the present. */
function isToldInPast(doc: Document): boolean {
  let past = 0;
  let present = 0;
  for (const { kind, from, to } of doc.sentences) {
    if (kind !== 'body' && kind !== 'item') continue;
    for (let token = from; token < to; token++) {
      if (doc.xpos[token] === 'VBD') past++;
      else if (doc.xpos[token] === 'VBZ' || doc.xpos[token] === 'VBP') present++;
    }
  }
  return past > present;
}
