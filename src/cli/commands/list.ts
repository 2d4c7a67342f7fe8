import {
  type Archive,
  countUnsure,
  eventsOfDisputes,
  type Filter,
  type Listed,
  listClaims,
  listDisputes,
  listEvents,
  listStatements,
  listVotes,
  openExistingArchive,
} from '../../archive/index.js';
import { RapporteurError } from '../../errors.js';
import { jsonLine } from '../../formats/json-line.js';
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
import { joinDisputes } from '../../reading/disputes/join-disputes.js';
import type { ArchiveOptions } from '../program.js';

type ListOptions = ArchiveOptions & Filter;

export function listEventsCommand(options: ListOptions): Promise<void> {
  for (const type of options.type ?? []) oneOf('event type', type, EVENT_TYPES);
  if (options.standing !== undefined) oneOf('standing', options.standing, STANDINGS);
  return list(options, 'events', listEvents, renderListedEvent, tellUnsure);
}

export function listStatementsCommand(options: ListOptions): Promise<void> {
  if (options.kind !== undefined) oneOf('kind', options.kind, ['direct', 'indirect', 'mixed']);
  if (options.stance !== undefined) oneOf('stance', options.stance, STANCE_ACTS);
  if (options.medium !== undefined) oneOf('medium', options.medium, MEDIA);
  return list(options, 'statements', listStatements, renderListedStatement);
}

export function listVotesCommand(options: ListOptions): Promise<void> {
  const { outcome } = options;
  if (outcome !== undefined) oneOf('outcome', outcome, ['adopted', 'vetoed', 'failed', 'unknown']);
  return list(options, 'votes', listVotes, renderListedVote);
}

export function listClaimsCommand(options: ListOptions): Promise<void> {
  const { verdict } = options;
  if (verdict !== undefined) oneOf('verdict', verdict, ['supported', 'contradicted', 'unverifiable']);
  return list(options, 'claims', listClaims, renderListedClaim);
}

/**
 * Disputes, those of several reports about one matter together. What a filter keeps is a matter of which any report's
 * telling fits.
 */
export async function listDisputesCommand(
  options: ListOptions & { readonly byReport?: boolean },
): Promise<void> {
  if (options.byReport === true) return list(options, 'disputes', listDisputes, renderListedDispute);
  const { from, to, limit, ...rest } = options;
  const days = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  return list(
    options,
    'disputes',
    async (archive) => {
      const fitting = new Set(
        (await listDisputes(archive, { ...rest, ...days })).map(({ record }) => record.id),
      );
      const events = await eventsOfDisputes(archive);
      const all = await listDisputes(archive, days);
      const told = all.map(({ record, report }) => ({
        dispute: record,
        event: events.get(record.event ?? '') ?? null,
        report,
      }));
      const matters = joinDisputes(told).filter((matter) =>
        matter.told.some(({ dispute }) => fitting.has(dispute.id)),
      );
      return matters
        .slice(0, limit)
        .map((matter) => ({ record: matter, report: matter.told[0]!.report, context: '' }));
    },
    renderMatter,
    undefined,
    ({ record: { told } }) => ({
      about: told[0]!.dispute.about,
      disputes: told.map(({ dispute, report }) => ({ ...dispute, report })),
    }),
  );
}

async function list<T>(
  options: ListOptions,
  what: string,
  query: (archive: Archive, filter: Filter) => Promise<Listed<T>[]>,
  render: (one: Listed<T>, paint: Paint) => string,
  tellMore?: (archive: Archive, filter: Filter) => Promise<void>,
  toJson: (one: Listed<T>) => object = ({ record, report }) => ({ ...record, report }),
): Promise<void> {
  const { from, to } = options;
  if (from !== undefined && to !== undefined && from > to) {
    throw new RapporteurError('usage', `--from ${from} is after --to ${to}: no day lies between. Swap them.`);
  }
  const archive = await openExistingArchive(options.archive);
  try {
    const found = await query(archive, options);
    if (options.format === 'json') {
      for (const one of found) console.log(jsonLine(toJson(one)));
    } else {
      const paint = paintFor(process.stdout, process.env);
      for (const one of found) console.log(render(one, paint));
      if (found.length === 0) console.error(`No ${what} found in ${archive.path}.`);
    }
    await tellMore?.(archive, options);
  } finally {
    archive.close();
  }
}

/** What the listing leaves out is said, so that nobody takes it for all that was read. */
async function tellUnsure(archive: Archive, filter: Filter): Promise<void> {
  const count = await countUnsure(archive, filter);
  if (count > 0) console.error(leftOut(count, filter.minConfidence ?? 0));
}

function oneOf(what: string, value: string, allowed: readonly string[]): void {
  if (allowed.includes(value)) return;
  throw new RapporteurError('usage', `Unknown ${what} "${value}". Use one of: ${allowed.join(', ')}.`);
}
