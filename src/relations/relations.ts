import { loadFingerprints, saveCopies } from '../archive/copies.js';
import type { Archive, Relate, Written } from '../archive/index.js';
import { type Arrival, CopyBook } from './copies/copy-book.js';
import { packSketch } from './copies/sketch.js';
import { updateIncidents } from './incidents/update-incidents.js';

/**
 * What is worked out over many reports, kept up to date while readings are saved: copies first, then incidents.
 *
 * Fingerprints are read into memory when the first reading is saved. Where a transaction is undone they are read anew.
 */
export class Relations {
  readonly #archive: Archive;
  #book: CopyBook | null = null;

  constructor(archive: Archive) {
    this.#archive = archive;
  }

  /** To be called within the transaction that readings are written in. */
  readonly relate: Relate = async (written) => {
    try {
      this.#book ??= await loadBook(this.#archive, written);
      const book = this.#book;
      const touched = await updateCopies(this.#archive, book, written);
      await updateIncidents(this.#archive, { written, touched });
    } catch (error) {
      this.#book = null;
      throw error;
    }
  };

  /** To be called where the transaction was undone after all. */
  forget(): void {
    this.#book = null;
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

/** Finds what new reports repeat, and says which other reports it bears on. */
async function updateCopies(
  archive: Archive,
  book: CopyBook,
  { readings, replaced }: Written,
): Promise<string[]> {
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
  return news.map(({ report }) => report);
}
