import { loadFingerprints, saveCopies } from '../archive/copies.js';
import type { Archive, Relate, Written } from '../archive/index.js';
import { type Arrival, CopyBook, type CopyNews } from './copies/copy-book.js';
import { packSketch } from './copies/sketch.js';
import { KeptTellings } from './incidents/kept-tellings.js';
import { updateIncidents } from './incidents/update-incidents.js';

/**
 * What is worked out over many reports, kept up to date while readings are saved: copies first, then incidents.
 *
 * Fingerprints are read into memory when the first reading is saved. Where a transaction is undone they are read anew.
 */
export class Relations {
  readonly #archive: Archive;
  #book: CopyBook | null = null;
  #tellings: KeptTellings;

  constructor(archive: Archive) {
    this.#archive = archive;
    this.#tellings = new KeptTellings(archive);
  }

  /** To be called within the transaction that readings are written in. */
  readonly relate: Relate = async (written) => {
    try {
      this.#book ??= await loadBook(this.#archive, written);
      const book = this.#book;
      const copies = await updateCopies(this.#archive, book, written);
      await updateIncidents(this.#archive, this.#tellings, { written, copies });
    } catch (error) {
      this.forget();
      throw error;
    }
  };

  /** To be called where the transaction was undone after all. */
  forget(): void {
    this.#book = null;
    this.#tellings = new KeptTellings(this.#archive);
  }
}

async function loadBook(archive: Archive, { readings }: Written): Promise<CopyBook> {
  const book = new CopyBook();
  // Those that are written just now may have been kept before, with another date.
  const now = new Set(readings.map(({ report }) => report.id));
  for await (const kept of loadFingerprints(archive))
    book.load(
      kept
        .filter(({ report }) => !now.has(report))
        .map(({ report, day, bytes }) => ({ id: report, day, bytes })),
    );
  return book;
}

/** Finds what new reports repeat, and other reports now that these are there. */
async function updateCopies(
  archive: Archive,
  book: CopyBook,
  { readings, replaced }: Written,
): Promise<CopyNews[]> {
  const arrivals: Arrival[] = readings.map(({ report }) => ({
    id: report.id,
    day: report.published ?? report.publishedNotBefore,
    sketch: book.sketch(report),
  }));
  const news = book.add(arrivals);
  await saveCopies(
    archive,
    arrivals.map(({ id, sketch }) => ({ report: id, bytes: packSketch(sketch) })),
    news,
    new Set(readings.map(({ report }) => report.id).filter((id) => !replaced.includes(id))),
  );
  return news;
}
