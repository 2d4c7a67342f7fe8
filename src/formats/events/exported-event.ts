import type { StreamedEvent } from '../../archive/export.js';

/** An event with what formats tell beside it of its report and its incident. */
export type ExportedEvent = StreamedEvent;

/** The day that a format with one date gives: the first of the event's, else that of publication. */
export function dayOfEvent({ event, report }: ExportedEvent): string | null {
  return event.when.start ?? event.when.end ?? report.published;
}

/** A cell of a machine's table: no tab and no line break, since those formats know no quotes. */
export function plain(text: string | null | undefined): string {
  return (text ?? '').replace(/[\t\r\n]+/g, ' ');
}
