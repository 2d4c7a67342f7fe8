import PostalMime from 'postal-mime';
import { RapporteurError } from '../../errors.js';
import type { FoundReport } from '../found-report.js';
import { onOneLine } from '../pages/dom.js';
import { fragmentText } from '../pages/fragment-text.js';

/**
 * A report that came by mail: its subject is the headline, its sender the publisher. Attachments are left out.
 *
 * **Errors** `input.malformed`, `input.empty`, without the message's name.
 */
export async function parseMessage(bytes: Uint8Array): Promise<FoundReport> {
  const message = await PostalMime.parse(bytes, { maxNestingDepth: 32, maxHeadersSize: 256 * 1024 }).catch(
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new RapporteurError('input.malformed', `is no message that can be read: ${reason}.`, {
        cause: error,
      });
    },
  );
  const plain = unwrap(message.text ?? '').trim();
  const text = plain === '' && message.html !== undefined ? fragmentText(message.html) : plain;
  if (text === '') throw new RapporteurError('input.empty', 'is a message without text.');
  const title = onOneLine(message.subject ?? '').replace(/^(?:(?:re|fwd?|aw|wg)\s*:\s*)+/i, '');
  const sender = onOneLine(message.from?.name || message.from?.address || '');
  return {
    key: message.messageId ?? null,
    title: title || null,
    text,
    published: message.headers.find(({ key }) => key === 'date')?.value ?? message.date ?? null,
    publisher: sender || null,
    url: null,
    warnings: [],
  };
}

/** **Units** characters: lines of mail that are broken by programs are nearly so long, and people's are shorter. */
const WRAPPED_FROM = 60;
const WRAPPED_TO = 80;

/** Programs break the lines of plain mail; such a break is none of the writer's. Signatures are left out. */
function unwrap(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n-- \n', 1)[0]!.split('\n');
  let whole = '';
  let last = '';
  for (const line of lines) {
    const isWrapped =
      last.length >= WRAPPED_FROM && last.length <= WRAPPED_TO && /^\S/.test(line) && !/^[>•*-]/.test(line);
    whole += whole === '' ? line : isWrapped ? ` ${line}` : `\n${line}`;
    last = line.trimEnd();
  }
  return whole;
}
