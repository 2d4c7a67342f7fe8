import { openExistingArchive } from '../../archive/index.js';
import { loadClaim, saveSignature } from '../../archive/signatures.js';
import { openFile } from '../../desk/open-desk.js';
import { RapporteurError } from '../../errors.js';
import { jsonLine } from '../../formats/json-line.js';
import type { Claim } from '../../reading/contract.js';
import type { ArchiveOptions } from '../program.js';

interface SignOptions extends ArchiveOptions {
  readonly by: string;
  readonly verdict?: string;
  readonly note?: string;
  readonly url?: string;
}

const VERDICTS = ['supported', 'contradicted', 'unverifiable'] as const;

/** Signs the verdict on a claim: the program's, or the one that is given. */
export async function sign(id: string, options: SignOptions): Promise<void> {
  const verdict = VERDICTS.find((one) => one === options.verdict);
  if (options.verdict !== undefined && verdict === undefined)
    throw new RapporteurError(
      'usage',
      `Unknown verdict "${options.verdict}". Use one of: ${VERDICTS.join(', ')}.`,
    );
  if (options.url !== undefined && !/^https?:\/\/\S+$/.test(options.url))
    throw new RapporteurError(
      'usage',
      `"${options.url}" is no address. Give one that begins with http:// or https://.`,
    );
  const claim = await findClaim(id, options);
  const archive = await openFile(options.archive);
  try {
    const signature = {
      claim: id,
      verdict: verdict ?? claim.verdict,
      signer: options.by,
      url: options.url ?? null,
      note: options.note ?? null,
      signedAt: new Date().toISOString(),
    };
    await saveSignature(archive, signature);
    if (options.format === 'json') console.log(jsonLine(signature));
    else console.log(tell(claim, signature.verdict, options.by));
  } finally {
    archive.close();
  }
}

async function findClaim(id: string, options: SignOptions): Promise<Claim> {
  const archive = await openFile(options.archive, openExistingArchive);
  try {
    const claim = await loadClaim(archive, id);
    if (claim !== undefined) return claim;
    throw new RapporteurError(
      'record.missing',
      `No claim ${id} in ${archive.path}. rapporteur claims lists them with their ids.`,
    );
  } finally {
    archive.close();
  }
}

function tell(claim: Claim, verdict: string, signer: string): string {
  const other = verdict === claim.verdict ? '' : ` (the record's verdict was ${claim.verdict})`;
  return `Signed by ${signer}: “${claim.text}” is ${verdict}${other}. rapporteur claims --format claimreview exports it.`;
}
