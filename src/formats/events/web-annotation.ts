import type { Span } from '../../document/span.js';
import type { Reading } from '../../reading/contract.js';

/** **Units** characters quoted before and behind. */
const AROUND = 32;

/**
 * What was found in a report as annotations of its text, in JSON-LD.
 *
 * **Units** positions count code points, as the standard has it, not the UTF-16 units of our own records.
 * **Source** Web Annotation Data Model, W3C Recommendation of 23 February 2017.
 */
export function webAnnotations({
  report,
  events,
  statements,
  votes,
  claims,
}: Reading): Record<string, unknown>[] {
  const points = codePoints(report.text);
  const target = (span: Span) => ({
    source: report.url ?? `urn:rapporteur:${report.id}`,
    selector: [
      { type: 'TextPositionSelector', start: points[span.start]!, end: points[span.end]! },
      {
        type: 'TextQuoteSelector',
        exact: report.text.slice(span.start, span.end),
        prefix: whole(report.text.slice(Math.max(0, span.start - AROUND), span.start)),
        suffix: whole(report.text.slice(span.end, span.end + AROUND)),
      },
    ],
  });
  const annotate = (id: string, kind: string, spans: readonly Span[], value: unknown) => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:rapporteur:${id}`,
    type: 'Annotation',
    motivation: 'classifying',
    body: {
      type: 'Dataset',
      purpose: 'classifying',
      format: 'application/json',
      'rapporteur:kind': kind,
      value,
    },
    target: spans.map(target),
  });
  return [
    ...events.map((one) => annotate(one.id, 'event', [one.cue, ...one.alsoAt], one)),
    ...statements.map((one) => annotate(one.id, 'statement', one.content, one)),
    ...votes.map((one) => annotate(one.id, 'vote', [one.span], one)),
    ...claims.map((one) => annotate(one.id, 'claim', [one.span], one)),
  ];
}

/** How many code points stand before each UTF-16 unit, and in all. */
function codePoints(text: string): Uint32Array {
  const points = new Uint32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    points[at] = count;
    const isLow = text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff;
    const isPair = isLow && at > 0 && text.charCodeAt(at - 1) >= 0xd800 && text.charCodeAt(at - 1) <= 0xdbff;
    // The second half of a pair stands at the place of the first.
    if (isPair) points[at] = count - 1;
    else count++;
  }
  points[text.length] = count;
  return points;
}

/** Without half a pair at either end. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]/, '').replace(/[\ud800-\udbff]$/, '');
}
