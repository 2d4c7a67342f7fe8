import { type Archive, eventsOfDisputes, type Filter, listDisputes } from '../archive/index.js';
import { placeOf } from '../archive/place.js';
import { joinDisputes, type Matter } from '../reading/disputes/join-disputes.js';
import { offsetOf } from './offset.js';
import type { Page } from './page.js';

/** Matters in dispute, of which any report's telling fits the filter. */
export async function mattersOf(archive: Archive, filter: Filter): Promise<Page<Matter>> {
  const { from, to, limit, after, ...rest } = filter;
  const days = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const fitting = new Set((await listDisputes(archive, { ...rest, ...days })).map(({ record }) => record.id));
  const events = await eventsOfDisputes(archive);
  const told = (await listDisputes(archive, days)).map(({ record, report }) => ({
    dispute: record,
    event: events.get(record.event ?? '') ?? null,
    report,
  }));
  const matters = joinDisputes(told).filter((matter) =>
    matter.told.some(({ dispute }) => fitting.has(dispute.id)),
  );
  const start = offsetOf(after);
  const end = limit === undefined ? matters.length : start + limit;
  return { items: matters.slice(start, end), next: end < matters.length ? placeOf(end) : null };
}
