import type { Document } from '../../document/document.js';
import { recordId } from '../../document/identity.js';
import { cut } from '../../document/span.js';
import { findTurns } from '../../language/references/find-turns.js';
import type { Cast } from '../cast.js';
import type { Statement } from '../contract.js';
import { whenAt } from '../when.js';
import { agreeSpeakers } from './agree-speakers.js';
import { attributionModel } from './attribution-model.js';
import { findAddressee } from './circumstances/find-addressee.js';
import { findMedium, saidInTurn } from './circumstances/find-medium.js';
import { findPlace } from './circumstances/find-place.js';
import { tellingWords } from './circumstances/telling-words.js';
import { type Attribution, weighAttributions } from './find-attributions.js';
import { entryOfCue, isPlain, isStatement } from './is-statement.js';
import { findLooseQuotes, type LooseQuote } from './loose-quotes.js';
import { findNested } from './nested-attributions.js';
import { layOut, type Setting } from './setting.js';
import { afterAddressee, speakerOf } from './speaker.js';
import { kindOf, spansOf, withMarks } from './statement-spans.js';

export { addStances } from './stances/add-stances.js';

/**
 * Finds who says what.
 *
 * **Shape** in text order. `content` holds the quotation marks that enclose it and leaves out the commas between it
 * and the cue; a statement inside another is one of its own. `by` names the cue's kind and lemma ("speech:say"), or
 * `quote:continued` for a quotation without a cue, whose speaker and source are those of the statement beside it.
 */
export function findStatements(doc: Document, cast: Cast): Statement[] {
  const setting = layOut(doc, cast);
  const { sure, unsure } = weighAttributions(doc, attributionModel(), setting.lexicon, DOUBTFUL);
  const outer = [...sure, ...unsure.filter((one) => isPlain(setting, one))];
  const kept = [...outer, ...findNested(setting, outer)].filter((one) => isStatement(setting, one));
  const turns = findTurns(doc);
  const statements = [
    ...kept.map((one) => toStatement(setting, one, turns)),
    ...findLooseQuotes(setting, kept).map((loose) => fromQuote(setting, loose)),
  ].filter((one) => one.content.length > 0);
  const start = ({ cue, content }: Statement) => Math.min(cue?.start ?? content[0]!.start, content[0]!.start);
  const ordered = distinct(statements).sort((a, b) => start(a) - start(b));
  const agreed = agreeSpeakers(ordered, (sentence) => doc.sentences[sentence]!.paragraph);
  // "I" of nobody's, as in an interview printed without names, tells no record who spoke.
  return agreed.filter((one) => one.speaker !== null || !FIRST.test(one.source[0]?.text ?? ''));
}

/** **Units** probability; below it the model has as good as no opinion. */
const DOUBTFUL = 0.15;

const FIRST = /^(I|we|me|us)$/iu;

function toStatement(setting: Setting, one: Attribution, turns: Uint8Array | null): Statement {
  const { doc, cast, lexicon } = setting;
  const { actor, certainty } = speakerOf(setting, one.source);
  const cue = cut(doc.report.text, doc.tokens[one.cue.from]!.start, doc.tokens[one.cue.to - 1]!.end);
  const entry = entryOfCue(doc, lexicon, one);
  const content = afterAddressee(setting, one.head, one.content);
  const words = tellingWords(doc, { ...one, content });
  return build(setting, one, withMarks(setting, content), {
    speaker: actor,
    cue,
    addressee: findAddressee(doc, cast, words),
    when: whenAt(doc, one.head),
    place: findPlace(doc, cast, words),
    medium: findMedium(doc, one, words) ?? saidInTurn(doc, one, turns),
    sentence: doc.tokens[one.head]!.sentence,
    confidence: round(one.probability * certainty),
    by: entry === undefined ? 'cue' : `${entry.class}:${entry.lemma}`,
  });
}

function fromQuote(setting: Setting, { quote, owner, after }: LooseQuote): Statement {
  const { doc } = setting;
  const { actor, certainty } = speakerOf(setting, owner.source);
  const content = Array.from({ length: quote.to - quote.from }, (_, index) => quote.from + index);
  return build(setting, owner, content, {
    speaker: actor,
    cue: null,
    addressee: null,
    when: whenAt(doc, owner.head),
    place: null,
    medium: null,
    sentence: doc.tokens[quote.from]!.sentence,
    confidence: round(owner.probability * certainty * (after ? 0.8 : 0.5)),
    by: 'quote:continued',
  });
}

type Known = Omit<Statement, 'id' | 'kind' | 'source' | 'content' | 'stance'>;

function build(
  setting: Setting,
  { source }: Pick<Attribution, 'source'>,
  content: readonly number[],
  known: Known,
): Statement {
  const { doc } = setting;
  const kind = kindOf(setting, content);
  const spans = { source: spansOf(doc, source), content: spansOf(doc, content) };
  const all = [...spans.source, ...spans.content];
  const whole = {
    start: Math.min(...all.map((span) => span.start)),
    end: Math.max(...all.map((span) => span.end)),
  };
  const id = recordId(doc.report.id, 'statement', whole, `${kind} ${known.cue?.start ?? 'none'}`);
  return { id, kind, ...spans, stance: [], ...known };
}

/** One statement for each cue and content. */
function distinct(statements: readonly Statement[]): Statement[] {
  return [...new Map(statements.map((one) => [one.id, one])).values()];
}

function round(share: number): number {
  return Math.round(100 * share) / 100;
}
