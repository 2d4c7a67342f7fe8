import type { Timed } from '../document/document.js';
import type { When } from './contract.js';

/** When something told at a token happened: the nearest time expression that governs it, else the report's date. */
export function whenAt(_doc: Timed, _token: number): When {
  return { start: null, end: null, precision: 'unknown', text: null, basis: 'none' };
}
