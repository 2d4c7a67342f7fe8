import { overlaps, type Span } from '../../document/span.js';
import { childBy, tokenAt } from '../../document/tree.js';
import type { Actor, Event, Position, Statement } from '../contract.js';
import { cueHead } from '../statements/cue-head.js';
import { entryOfCue } from '../statements/is-statement.js';
import { isNegated } from '../statements/negation.js';
import type { Setting } from '../statements/setting.js';
import { type Matter, matterOf } from './matter.js';

/** One party's word on a matter. */
export interface Voice extends Matter {
  /** Null only for a denial by a pronoun that stays open. */
  readonly party: Actor | null;
  readonly stance: Position['stance'];
  /** Whom it accuses. */
  readonly accused: Actor | null;
  /** Everybody whom its content names. */
  readonly named: readonly Actor[];
  /** Whose word it answers, where it says so. */
  readonly answers: Actor | null;
  readonly statement: Statement;
  readonly event: Event | null;
  readonly span: Span;
  /** An accusation by the way: harm told of somebody, not blame laid; it opens no dispute without a denial. */
  readonly weak: boolean;
}

const PRONOUN = /^(it|they|he|she)$/iu;

const BLAMING = new Set(
  'accuse blame charge allege suspect fault implicate indict sue accusation allegation charge suspicion'.split(
    ' ',
  ),
);
const CONFIRMING = new Set(['confirm', 'acknowledge', 'admit', 'concede', 'corroborate', 'verify']);

/** Every statement that takes a position on something contested. One whose speaker is open takes none, but for a
 * denial by a pronoun. */
export function hearVoices(
  setting: Setting,
  statements: readonly Statement[],
  events: readonly Event[],
): Voice[] {
  const told = new Map<string, Event[]>();
  for (const event of events) {
    if (event.attributedTo === null) continue;
    told.set(event.attributedTo, [...(told.get(event.attributedTo) ?? []), event]);
  }
  const byId = new Map(events.map((event) => [event.id, event]));
  const bySentence = new Map<number, Event[]>();
  for (const event of events)
    bySentence.set(event.sentence, [...(bySentence.get(event.sentence) ?? []), event]);
  return statements.flatMap(
    (one) => voiceOf(setting, one, told.get(one.id) ?? [], byId, bySentence.get(one.sentence) ?? []) ?? [],
  );
}

function voiceOf(
  setting: Setting,
  statement: Statement,
  told: readonly Event[],
  byId: ReadonlyMap<string, Event>,
  near: readonly Event[],
): Voice | undefined {
  const party = statement.speaker;
  if (statement.cue === null || (party === null && !PRONOUN.test(statement.source[0]?.text ?? '')))
    return undefined;
  const { doc } = setting;
  const tokens = tokensOf(setting, statement.cue);
  const cue = { from: tokens[0]!, to: tokens.at(-1)! + 1 };
  const head = cueHead(doc, cue);
  const lemma = entryOfCue(doc, setting.lexicon, { cue, head })?.lemma ?? doc.lemmas[head]!;
  const content = statement.content.flatMap((span) => tokensOf(setting, span));
  const base = {
    party,
    statement,
    span: statement.content[0] ?? statement.cue,
    answers: null,
    named: content.flatMap((token) => setting.cast.at(token)?.actors ?? []),
    ...matterOf(setting, head, content),
    weak: false,
  };
  const by = (act: string) => statement.stance.find((stance) => stance.act === act);
  const harm = told.find(
    (event) => isHarm(event) && event.actors.length > 0 && (party === null || !isOwn(event, party)),
  );
  const accusation = by('accuses');
  const event = (id: string | null | undefined) =>
    (id == null ? undefined : byId.get(id)) ?? eventIn(base.about, near) ?? null;
  if (by('denies') !== undefined) {
    const answers = by('denies')?.toward ?? null;
    return { ...base, stance: 'denies', accused: null, answers, event: event(by('denies')?.event) };
  }
  if (party === null) return undefined;
  if (by('doubts') !== undefined && !isNegated(doc, head)) {
    return { ...base, stance: 'doubts', accused: null, event: event(by('doubts')?.event) };
  }
  if (accusation !== undefined) {
    const blame = BLAMING.has(lemma) || showsGuilt(setting, content);
    const about = harm ?? event(accusation.event);
    if ((blame && (accusation.toward !== null || base.words.size > 0)) || (about !== null && isHarm(about))) {
      return { ...base, stance: 'accuses', accused: accusation.toward, event: about, weak: !blame };
    }
  }
  if (by('declines') !== undefined) return { ...base, stance: 'withholds', accused: null, event: null };
  if (CONFIRMING.has(lemma) && !isNegated(doc, head)) {
    return { ...base, stance: 'confirms', accused: null, event: told[0] ?? null };
  }
  if (harm !== undefined)
    return { ...base, stance: 'accuses', accused: harm.actors[0]!, event: harm, weak: true };
  return undefined;
}

/** The harm that a phrase names. */
function eventIn(about: Span | null, near: readonly Event[]): Event | undefined {
  return about === null ? undefined : near.find((one) => isHarm(one) && overlaps(one.cue, about));
}

function isHarm(event: Event): boolean {
  return event.quad === 'material conflict' && !event.auxiliary.includes('future');
}

/** Whether a speaker tells of what his own side did. */
function isOwn(event: Event, speaker: Actor): boolean {
  return event.actors.some(
    (one) => one.name === speaker.name || (one.country !== null && one.country === speaker.country),
  );
}

const GUILT = new Set(['responsible', 'responsibility', 'blame', 'guilty', 'culpable', 'complicit']);

function showsGuilt({ doc }: Setting, content: readonly number[]): boolean {
  return content.some(
    (token) =>
      GUILT.has(doc.lemmas[token]!.toLowerCase()) ||
      // "Rebels were behind it".
      (doc.lemmas[token] === 'behind' && childBy(doc, doc.tree.heads[token] ?? -1, 'cop') !== undefined),
  );
}

function tokensOf({ doc }: Setting, { start, end }: Span): number[] {
  const tokens: number[] = [];
  for (let at = tokenAt(doc, start); at < doc.tokens.length && doc.tokens[at]!.start < end; at++)
    tokens.push(at);
  return tokens;
}
