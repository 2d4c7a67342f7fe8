import {
  type Filter,
  type Listed,
  listClaims,
  loadReading,
  openExistingArchive,
} from '../../archive/index.js';
import { signedAmong } from '../../archive/signatures.js';
import type { Desk, EventPage } from '../../desk/desk.js';
import { atDesk, openFile } from '../../desk/open-desk.js';
import type { Page } from '../../desk/page.js';
import { RapporteurError } from '../../errors.js';
import { toClaimReview } from '../../formats/claim-review.js';
import { jsonLine } from '../../formats/json-line.js';
import { toCsv } from '../../formats/tables/csv.js';
import { leftOut } from '../../formats/text/left-out.js';
import { type Paint, paintFor } from '../../formats/text/paint.js';
import {
  renderListedClaim,
  renderListedDispute,
  renderListedEvent,
  renderListedStatement,
  renderListedVote,
  renderMatter,
} from '../../formats/text/render-listing.js';
import { EVENT_TYPES, MEDIA, STANCE_ACTS, STANDINGS } from '../../reading/contract.js';
import type { ArchiveOptions } from '../program.js';

type ListOptions = ArchiveOptions & Filter;

export function listEventsCommand(options: ListOptions): Promise<void> {
  for (const type of options.type ?? []) oneOf('event type', type, EVENT_TYPES);
  if (options.standing !== undefined) oneOf('standing', options.standing, STANDINGS);
  return list(options, 'events', (desk) => desk.events(options), renderListedEvent);
}

export function listStatementsCommand(options: ListOptions): Promise<void> {
  if (options.kind !== undefined) oneOf('kind', options.kind, ['direct', 'indirect', 'mixed']);
  if (options.stance !== undefined) oneOf('stance', options.stance, STANCE_ACTS);
  if (options.medium !== undefined) oneOf('medium', options.medium, MEDIA);
  return list(options, 'statements', (desk) => desk.statements(options), renderListedStatement);
}

export function listVotesCommand(options: ListOptions): Promise<void> {
  const { outcome } = options;
  if ((options.format as string) === 'csv')
    throw new RapporteurError(
      'usage',
      'Votes that were read have no CSV yet. Use --json, or --record for the official record.',
    );
  if (outcome !== undefined) oneOf('outcome', outcome, ['adopted', 'vetoed', 'failed', 'unknown']);
  return list(options, 'votes', (desk) => desk.votes(options), renderListedVote);
}

export function listClaimsCommand(options: ListOptions): Promise<void> {
  const { verdict } = options;
  if (verdict !== undefined) oneOf('verdict', verdict, ['supported', 'contradicted', 'unverifiable']);
  const format: string = options.format;
  if (format === 'csv') return tabulateClaims(options);
  if (format === 'claimreview') return exportReviews(options);
  return list(options, 'claims', (desk) => desk.claims(options), renderListedClaim);
}

const CLAIM_COLUMNS = [
  'id',
  'kind',
  'verdict',
  'text',
  'because',
  'evidence',
  'report',
  'title',
  'published',
];

/** Claims as a table: verdicts, and the entries of the record that they rest on. */
async function tabulateClaims(options: ListOptions): Promise<void> {
  const { items } = await atDesk(options.archive, (desk) => desk.claims(options));
  const rows = items.map(({ record, report }) => ({
    ...record,
    span: null,
    evidence: record.evidence.map(({ source, entry }) => `${source}: ${entry}`).join('; '),
    report: report.id,
    title: report.title,
    published: report.published,
  }));
  process.stdout.write(toCsv(rows, CLAIM_COLUMNS));
}

/** Verdicts that a person has signed, one ClaimReview a line; how many nobody has signed is said. */
async function exportReviews(options: ListOptions): Promise<void> {
  const archive = await openFile(options.archive, openExistingArchive);
  try {
    const all = await listClaims(archive, options);
    const signed = await signedAmong(archive, all);
    for (const one of signed) {
      const reading = await loadReading(archive, one.report.id);
      console.log(jsonLine(toClaimReview(one, reading?.report.url ?? null)));
    }
    const open = all.length - signed.length;
    if (open > 0)
      console.error(`${open} verdicts are left out: nobody has signed them. rapporteur sign does.`);
  } finally {
    archive.close();
  }
}

/**
 * Disputes, those of several reports about one matter together. What a filter keeps is a matter of which any report's
 * telling fits.
 */
export async function listDisputesCommand(
  options: ListOptions & { readonly byReport?: boolean },
): Promise<void> {
  if (options.byReport === true)
    return list(options, 'disputes', (desk) => desk.disputes(options), renderListedDispute);
  return list(
    options,
    'disputes',
    async (desk) => {
      const { items, next } = await desk.matters(options);
      const listed = items.map((matter) => ({ record: matter, report: matter.told[0]!.report, context: '' }));
      return { items: listed, next };
    },
    renderMatter,
    ({ record: { told } }) => ({
      about: told[0]!.dispute.about,
      disputes: told.map(({ dispute, report }) => ({ ...dispute, report })),
    }),
  );
}

async function list<T>(
  options: ListOptions,
  what: string,
  ask: (desk: Desk) => Promise<Page<Listed<T>> & Partial<Pick<EventPage, 'leftOut'>>>,
  render: (one: Listed<T>, paint: Paint) => string,
  toJson: (one: Listed<T>) => object = ({ record, report }) => ({ ...record, report }),
): Promise<void> {
  const { from, to, minConfidence = 0 } = options;
  if (from !== undefined && to !== undefined && from > to) {
    throw new RapporteurError('usage', `--from ${from} is after --to ${to}: no day lies between. Swap them.`);
  }
  await atDesk(options.archive, async (desk) => {
    const { items, leftOut: unsure } = await ask(desk);
    if (options.format === 'json') {
      for (const one of items) console.log(jsonLine(toJson(one)));
    } else {
      const paint = paintFor(process.stdout, process.env);
      for (const one of items) console.log(render(one, paint));
      if (items.length === 0) console.error(`No ${what} found in ${desk.path}.`);
    }
    // What the listing leaves out is said, so that nobody takes it for all that was read.
    if (unsure) console.error(leftOut(unsure, minConfidence));
  });
}

function oneOf(what: string, value: string, allowed: readonly string[]): void {
  if (allowed.includes(value)) return;
  throw new RapporteurError('usage', `Unknown ${what} "${value}". Use one of: ${allowed.join(', ')}.`);
}
