import type { Document } from '../../document/document.js';
import type { Codebook } from '../../registry/codebook/codebook.js';
import { type Embedding, embeddingOf } from './embedding.js';
import type { Proposal } from './proposal.js';

/** A proposal with what the clauses around it make of it. */
export interface Framed {
  readonly proposal: Proposal;
  readonly embedding: Embedding;
}

/** What the clauses around each proposal of a document make of it. */
export function frameAll(doc: Document, proposals: readonly Proposal[], codebook: Codebook): Framed[] {
  const byHead = new Map(proposals.map((proposal) => [proposal.head, proposal]));
  return proposals.map((proposal) => ({
    proposal,
    embedding: embeddingOf(doc, proposal, byHead, codebook),
  }));
}
