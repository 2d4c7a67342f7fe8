import type { Event } from '../../reading/contract.js';

/** An event with what formats tell beside it of its report and its incident. */
export interface ExportedEvent {
  readonly event: Event;
  readonly report: {
    readonly id: string;
    readonly title: string | null;
    readonly publisher: string | null;
    readonly published: string | null;
    readonly url: string | null;
    readonly language: string;
  };
  /** The sentence, or paragraph, that it stands in. */
  readonly text: string;
  /** How many reports, and independent ones, tell its incident; null where none was worked out. */
  readonly reports: number | null;
  readonly sources: number | null;
}

/** The day that a format with one date gives: the first of the event's, else that of publication. */
export function dayOfEvent({ event, report }: ExportedEvent): string | null {
  return event.when.start ?? event.when.end ?? report.published;
}

/** A cell of a machine's table: no tab and no line break, since those formats know no quotes. */
export function plain(text: string | null | undefined): string {
  return (text ?? '').replace(/[\t\r\n]+/g, ' ');
}
