import type { Sourced } from './document.js';

/**
 * One step of the analysis: a value, not an object with a life.
 *
 * **Shape** `reads` and `adds` name the document's fields; `run` is pure: no clock, network, file or unseeded
 * chance, the input untouched, the same answer each time.
 */
export interface Stage<In extends Sourced, Out extends In, Model = undefined> {
  readonly name: string;
  readonly reads: readonly string[];
  readonly adds: readonly string[];
  readonly run: (doc: In, model: Model) => Out;
}
