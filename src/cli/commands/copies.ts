import type { ListedCopy, ListedSentence } from '../../archive/copies.js';
import { atDesk } from '../../desk/open-desk.js';
import { jsonLine } from '../../formats/json-line.js';
import { hang, oneLine, type Paint, paintFor, shorten } from '../../formats/text/paint.js';
import { printable } from '../../formats/text/printable.js';
import type { ArchiveOptions } from '../program.js';

interface CopiesOptions extends ArchiveOptions {
  readonly report?: string;
  readonly limit?: number;
}

/** Lists reports that repeat others; of one report also its sentences that stand in earlier ones. */
export async function copies(options: CopiesOptions): Promise<void> {
  const { report } = options;
  await atDesk(options.archive, async (desk) => {
    const found = (await desk.copies(options)).items;
    const sentences = report === undefined ? [] : (await desk.copiesOf(report)).sentences;
    if (options.format === 'json') {
      for (const { place: _, ...one } of found) console.log(jsonLine(one));
      for (const one of sentences) console.log(jsonLine({ sentence: one }));
      return;
    }
    const paint = paintFor(process.stdout, process.env);
    for (const one of found) console.log(renderCopy(printable(one), paint));
    for (const one of sentences) console.log(renderSentence(printable(one), paint));
    if (found.length === 0 && sentences.length === 0)
      console.error(
        report === undefined
          ? `No report in ${desk.path} repeats another.`
          : `Nothing in ${desk.path} is known to repeat ${report}, or to be repeated by it.`,
      );
  });
}

function renderCopy(one: ListedCopy, paint: Paint): string {
  const share = `${Math.round(100 * one.share)} %`;
  const what = one.kind === 'whole' ? `${share} of it stands in` : `has ${share} from`;
  const name = (title: string | null, publisher: string | null, published: string | null, id: string) =>
    `${paint.chalk.bold(oneLine(title ?? 'untitled'))} ${paint.chalk.dim([publisher, published ?? 'undated', id].filter(Boolean).join(' · '))}`;
  const own = name(one.title, one.publisher, one.published, one.report);
  const other = name(one.originalTitle, one.originalPublisher, one.originalPublished, one.original);
  return `${hang(paint, '', own)}\n${hang(paint, '  ', `${what} ${other}`)}`;
}

function renderSentence(one: ListedSentence, paint: Paint): string {
  const likeness = one.likeness === 1 ? 'the same' : `${Math.round(100 * one.likeness)} % alike`;
  return [
    hang(paint, '', `“${shorten(oneLine(one.text), 160)}”`),
    hang(
      paint,
      '  ',
      paint.chalk.dim(`${likeness} in ${one.original}: “${shorten(oneLine(one.originalText), 160)}”`),
    ),
  ].join('\n');
}
