import { contains } from '../../document/span.js';
import type { Statement } from '../contract.js';

const FIRST = new Set(['i', 'we', 'me', 'us']);
/** **Units** statements; how far off in order of text the outer statement may stand. */
const REACH = 20;
const CERTAINTY = 0.8;

/** Gives "we" and "I" within somebody's words that somebody as their speaker. Statements in text order. */
export function lendSpeakers(statements: readonly Statement[]): Statement[] {
  return statements.map((inner, index) => {
    const [source] = inner.source;
    if (inner.speaker !== null || source === undefined || !FIRST.has(source.text.toLowerCase())) return inner;
    const near = statements.slice(Math.max(0, index - REACH), index + REACH);
    const outer = near.find(
      (one) =>
        one.speaker !== null && one.content.some((span) => contains(span, source)) && one.id !== inner.id,
    );
    if (outer === undefined) return inner;
    const confidence = Math.round(100 * inner.confidence * CERTAINTY) / 100;
    return { ...inner, speaker: outer.speaker, confidence };
  });
}
