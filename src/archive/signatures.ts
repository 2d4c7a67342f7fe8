import type { Claim } from '../reading/contract.js';
import type { Archive } from './open.js';
import type { Listed } from './query.js';

/** A verdict that a person stands for. */
export interface Signature {
  /** Id of the claim. */
  readonly claim: string;
  readonly verdict: Claim['verdict'];
  /** Name of the person or the organisation. */
  readonly signer: string;
  /** Where the check is published, null where nowhere yet. */
  readonly url: string | null;
  readonly note: string | null;
  /** ISO 8601, UTC. */
  readonly signedAt: string;
}

/** A claim with the signature of whoever last signed it. */
export interface SignedClaim extends Listed<Claim> {
  readonly signature: Signature;
}

/** Keeps a signature. One person signs a claim once: a later signature of the same person takes the earlier one's place. */
export async function saveSignature(archive: Archive, signature: Signature): Promise<void> {
  const { claim, verdict, signer, url, note, signedAt } = signature;
  const { connection } = archive;
  await connection.run('BEGIN');
  try {
    await connection.run('DELETE FROM signatures WHERE claim = $1 AND signer = $2', [claim, signer]);
    await connection.run('INSERT INTO signatures VALUES ($1, $2, $3, $4, $5, $6)', [
      claim,
      verdict,
      signer,
      url,
      note,
      signedAt,
    ]);
    await connection.run('COMMIT');
  } catch (error) {
    await connection.run('ROLLBACK');
    throw error;
  }
}

/** A claim of the archive; undefined where it has none of that id. */
export async function loadClaim(archive: Archive, id: string): Promise<Claim | undefined> {
  const rows = await archive.connection.runAndReadAll('SELECT record FROM claims WHERE id = $1', [id]);
  const record = rows.getRowsJS()[0]?.[0];
  return record === undefined ? undefined : (JSON.parse(String(record)) as Claim);
}

/** Those of some claims that somebody has signed, each with its latest signature. */
export async function signedAmong(
  archive: Archive,
  claims: readonly Listed<Claim>[],
): Promise<readonly SignedClaim[]> {
  const rows = await archive.connection.runAndReadAll(
    'SELECT claim, verdict, signer, url, note, signed_at FROM signatures ORDER BY signed_at',
  );
  const latest = new Map<string, Signature>();
  for (const [claim, verdict, signer, url, note, signedAt] of rows.getRowsJS()) {
    latest.set(String(claim), {
      claim: String(claim),
      verdict: verdict as Claim['verdict'],
      signer: String(signer),
      url: url as string | null,
      note: note as string | null,
      signedAt: String(signedAt),
    });
  }
  return claims.flatMap((listed) => {
    const signature = latest.get(listed.record.id);
    return signature === undefined ? [] : [{ ...listed, signature }];
  });
}
