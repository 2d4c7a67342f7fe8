import type { SearchHit } from '../../desk/desk.js';
import { atDesk } from '../../desk/open-desk.js';
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
  await atDesk(options.archive, async (desk) => {
    const { items } = await desk.search(wanted, { limit: options.limit });
    if (options.format === 'json') {
      for (const one of items) console.log(jsonLine({ ...one, snippet: shown(one) }));
      return;
    }
    const paint = paintFor(process.stdout, process.env);
    for (const one of items) console.log(render(printable(one), paint));
    if (items.length === 0) console.error(`No report in ${desk.path} holds ${wanted.join(' and ')}.`);
  });
}

function render(one: SearchHit, paint: Paint): string {
  const head = `${paint.chalk.bold(oneLine(one.title ?? one.origin))} ${paint.chalk.dim(`${one.published ?? 'undated'} · ${one.id}`)}`;
  return `${hang(paint, '', head)}\n${hang(paint, '  ', shown(one))}`;
}

function shown({ snippet, isCut }: SearchHit): string {
  return `${snippet.start > 0 ? '… ' : ''}${oneLine(snippet.text)}${isCut ? ' …' : ''}`;
}
