import { RapporteurError } from '../../errors.js';
import { lines } from '../chunks.js';
import type { IntakeItem } from '../index.js';
import { attempt, empty, tooLarge } from '../items.js';
import { fromFound } from '../make-report.js';
import type { Source, Tools } from '../source.js';

/** A message may carry pictures that are left out, so it may be as long as so many reports. */
export const REPORTS_A_MESSAGE = 12;

/** The messages of a mailbox (mbox), one at a time; memory is that of a message. */
export async function* readMailbox({ chunks, origin }: Source, tools: Tools): AsyncGenerator<IntakeItem> {
  const maxBytes = tools.defaults.maxBytes * REPORTS_A_MESSAGE;
  let kept: Buffer[] = [];
  let size = 0;
  let count = 0;
  let isAfterBlank = true;
  const finish = (): Promise<IntakeItem> => {
    const place = `${origin}[${count - 1}]`;
    const message = Buffer.concat(kept);
    if (size <= maxBytes) return readMessage(message, place, tools);
    return Promise.resolve({ failure: tooLarge(place, maxBytes), origin: place });
  };
  for await (const { bytes } of lines(chunks, maxBytes)) {
    const line = bytes ?? Buffer.alloc(0);
    if (isAfterBlank && isSeparator(line)) {
      if (count > 0) yield await finish();
      count++;
      kept = [];
      size = 0;
    } else {
      size += bytes === null ? maxBytes + 1 : line.length + 1;
      if (size > maxBytes) kept = [];
      else kept.push(unquoted(line), Buffer.from('\n'));
    }
    isAfterBlank = line.length === 0 || (line.length === 1 && line[0] === 0x0d);
  }
  if (count > 0) yield await finish();
  else yield { failure: empty(origin), origin };
}

/** One message as a report. */
export async function readMessage(bytes: Uint8Array, origin: string, tools: Tools): Promise<IntakeItem> {
  try {
    const { reports } = await tools.parser.parse({ kind: 'message', bytes }, origin);
    return attempt(origin, [], () => fromFound(reports[0]!, origin, tools.defaults));
  } catch (error) {
    if (error instanceof RapporteurError) return { failure: error, origin };
    throw error;
  }
}

/** `From someone@example.org Wed Apr 12 09:30:00 2017` parts messages. */
export function isSeparator(line: Buffer): boolean {
  return line.length < 300 && /^From \S.*\b\d{4}\b/.test(line.toString('latin1'));
}

/** Mailboxes put a mark before lines of a message that would part it. */
function unquoted(line: Buffer): Buffer {
  return /^>+From /.test(line.toString('latin1', 0, 16)) ? line.subarray(1) : line;
}
