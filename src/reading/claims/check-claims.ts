import type { Document } from '../../document/document.js';
import type { Registry } from '../../registry/registry.js';
import type { Cast } from '../cast.js';
import type { Claim, Statement, Vote } from '../contract.js';

/** Finds what an official record can settle, and settles it, evidence shown. */
export function checkClaims(
  _doc: Document,
  _cast: Cast,
  _votes: readonly Vote[],
  _statements: readonly Statement[],
  _registry: Registry,
): Claim[] {
  return [];
}
