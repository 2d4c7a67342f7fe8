import type { Document, Reference } from '../../document/document.js';
import type { Cast } from '../cast.js';
import { type CueLexicon, cueLexicon } from './cue-lexicon.js';

/** What every step of finding statements looks up in a document, laid out once. */
export interface Setting {
  readonly doc: Document;
  readonly cast: Cast;
  readonly lexicon: CueLexicon;
  /** By token: the index of the outermost quote around it, -1 outside. */
  readonly quoteAt: Int32Array;
  /** 1 where a token belongs to an expression of time. */
  readonly timed: Uint8Array;
  /** By head token. */
  readonly referenceAt: ReadonlyMap<number, Reference>;
}

export function layOut(doc: Document, cast: Cast): Setting {
  const quoteAt = new Int32Array(doc.tokens.length).fill(-1);
  for (const quote of doc.quotes) if (quote.depth === 0) quoteAt.fill(quote.index, quote.from, quote.to);
  const timed = new Uint8Array(doc.tokens.length);
  for (const time of doc.times) timed.fill(1, time.from, time.to);
  return {
    doc,
    cast,
    lexicon: cueLexicon(),
    quoteAt,
    timed,
    referenceAt: new Map(doc.references.map((reference) => [reference.head, reference])),
  };
}
