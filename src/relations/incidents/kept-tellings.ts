import {
  addTellings,
  type KeptTelling,
  removeTellings,
  tellingsOfEvents,
  tellingsOfReports,
} from '../../archive/incidents.js';
import type { Archive } from '../../archive/index.js';
import { groupBy } from './group-by.js';
import type { Telling } from './telling.js';
import { keysOf } from './telling-keys.js';

/** So many tellings are kept at hand, about a kilobyte each. */
const AT_HAND = 20_000;

/**
 * The tellings in an archive, with those at hand that were used last: what is copied or told again mostly was told a few
 * days ago.
 *
 * To be made anew where a transaction was undone.
 */
export class KeptTellings {
  readonly #archive: Archive;
  /** Whole reports, the last used last. */
  readonly #reports = new Map<string, readonly Telling[]>();
  readonly #events = new Map<string, Telling>();

  constructor(archive: Archive) {
    this.#archive = archive;
  }

  async ofReports(reports: readonly string[]): Promise<Telling[]> {
    const unknown = reports.filter((id) => !this.#reports.has(id));
    const loaded = groupBy(
      (await tellingsOfReports(this.#archive, unknown)).map(parse),
      ({ report }) => report,
    );
    for (const id of unknown) this.#hold(id, loaded.get(id) ?? []);
    const found = reports.flatMap((id) => this.#reports.get(id) ?? []);
    for (const id of reports) this.#hold(id, this.#reports.get(id) ?? []);
    this.#bound();
    return found;
  }

  async ofEvents(events: readonly string[]): Promise<Telling[]> {
    const atHand = events.flatMap((id) => this.#events.get(id) ?? []);
    const unknown = events.filter((id) => !this.#events.has(id));
    return [...atHand, ...(await tellingsOfEvents(this.#archive, unknown)).map(parse)];
  }

  /** Takes up the tellings of some reports, of which none are kept. */
  async add(reports: readonly string[], tellings: readonly Telling[]): Promise<void> {
    await addTellings(this.#archive, tellings.map(asKept));
    const added = groupBy(tellings, ({ report }) => report);
    for (const id of reports) this.#hold(id, added.get(id) ?? []);
    this.#bound();
  }

  async remove(reports: readonly string[]): Promise<void> {
    await removeTellings(this.#archive, reports);
    for (const id of reports) this.#drop(id);
  }

  #hold(report: string, tellings: readonly Telling[]): void {
    this.#reports.delete(report);
    this.#reports.set(report, tellings);
    for (const one of tellings) this.#events.set(one.id, one);
  }

  #drop(report: string): void {
    for (const { id } of this.#reports.get(report) ?? []) this.#events.delete(id);
    this.#reports.delete(report);
  }

  /** Lets go of what was used longest ago; reports without tellings count as well. */
  #bound(): void {
    for (const report of this.#reports.keys()) {
      if (this.#events.size <= AT_HAND && this.#reports.size <= AT_HAND) return;
      this.#drop(report);
    }
  }
}

function parse(text: string): Telling {
  return JSON.parse(text) as Telling;
}

function asKept(telling: Telling): KeptTelling {
  return {
    event: telling.id,
    report: telling.report,
    telling: JSON.stringify(telling),
    keys: keysOf(telling),
  };
}
