import { type Found, openExistingArchive, searchReports } from '../../archive/index.js';
import { RapporteurError } from '../../errors.js';
import { jsonLine } from '../../formats/json-line.js';
import { hang, oneLine, type Paint, paintFor } from '../../formats/text/paint.js';
import { printable } from '../../formats/text/printable.js';
import type { ArchiveOptions } from '../program.js';

/** Finds reports by their words and prints each with the line where the first word stands. */
export async function search(
  words: readonly string[],
  options: ArchiveOptions & { readonly limit: number },
): Promise<void> {
  const wanted = words.flatMap((word) => word.split(/\s+/)).filter((word) => word !== '');
  if (wanted.length === 0) throw new RapporteurError('usage', 'Nothing to search for. Name a word.');
  const archive = await openExistingArchive(options.archive);
  try {
    const found = await searchReports(archive, wanted, options.limit);
    if (options.format === 'json') {
      for (const { text, ...report } of found) {
        console.log(jsonLine({ ...report, snippet: snippet(text, wanted) }));
      }
      return;
    }
    const paint = paintFor(process.stdout, process.env);
    for (const one of found) console.log(render(printable(one), wanted, paint));
    if (found.length === 0) console.error(`No report in ${archive.path} holds ${wanted.join(' and ')}.`);
  } finally {
    archive.close();
  }
}

function render(one: Found, words: readonly string[], paint: Paint): string {
  const head = `${paint.chalk.bold(oneLine(one.title ?? one.origin))} ${paint.chalk.dim(`${one.published ?? 'undated'} · ${one.id}`)}`;
  return `${hang(paint, '', head)}\n${hang(paint, '  ', snippet(one.text, words))}`;
}

/** The surroundings of the first word that the text holds. */
function snippet(text: string, words: readonly string[]): string {
  const places = words.map((word) => text.toLowerCase().indexOf(word.toLowerCase())).filter((at) => at >= 0);
  const at = places.length === 0 ? 0 : Math.min(...places);
  const from = Math.max(0, text.lastIndexOf(' ', Math.max(0, at - 80)) + 1);
  const to = text.indexOf(' ', at + 120);
  const cut = text.slice(from, to < 0 ? text.length : to);
  return `${from > 0 ? '… ' : ''}${oneLine(cut)}${to < 0 ? '' : ' …'}`;
}
