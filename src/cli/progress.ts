import { oneLine } from '../formats/text/paint.js';
import { printable } from '../formats/text/printable.js';

/** One line on a terminal's stderr that says how far the work is; nothing where stderr is no terminal. */
export class Progress {
  readonly #stream: NodeJS.WriteStream;
  #shown = false;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  show(text: string): void {
    if (!this.#stream.isTTY) return;
    this.#stream.write(`\r\u001b[K${text}`);
    this.#shown = true;
  }

  /** Writes a whole line, which stays, above the progress line. */
  say(text: string): void {
    this.clear();
    this.#stream.write(`${oneLine(printable(text))}\n`);
  }

  clear(): void {
    if (this.#shown) this.#stream.write('\r\u001b[K');
    this.#shown = false;
  }
}
