export type { Document } from './document/document.js';
export type { Report } from './document/report.js';
export { RapporteurError } from './errors.js';
export {
  analyseReport,
  type Engine,
  type EngineOptions,
  explainRecord,
  loadEngine,
  readReport,
} from './pipeline.js';
export type * from './reading/contract.js';
export type { Explanation, Mark, Reason } from './reading/explain/explanation.js';
