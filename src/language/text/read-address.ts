/** Characters that may stand in an address of the web or of a mailbox. */
const ADDRESS = /[A-Za-z0-9._~%+\-/:?#@!$&*,;=()[\]]/u;

/** **Units** UTF-16. Longer addresses are cut. */
const LONGEST = 2000;

/**
 * Where the web or mail address that begins at an offset ends.
 *
 * **Shape** where none begins: the negative of the offset up to which none can, so that no stretch is looked at twice.
 */
export function endOfAddress(text: string, start: number): number {
  const first = text.charCodeAt(start) | 0x20;
  if (first === 0x68 || first === 0x77 || first === 0x66 || first === 0x6d) {
    if (SCHEME.test(text.slice(start, start + 10))) return trimmed(text, start, addressEnd(text, start));
  }
  let at = start;
  const reach = Math.min(text.length, start + LONGEST);
  while (at < reach && isLocal(text.charCodeAt(at))) at += 1;
  if (text.charCodeAt(at) === 0x40 && at > start) {
    const domain = /^@[A-Za-z0-9_]+(?:[.-][A-Za-z0-9_]+)*/u.exec(text.slice(at, at + 200));
    if (domain !== null) return at + domain[0].length;
  }
  if (text.charCodeAt(at) === 0x2f) {
    const site = /^(?:[a-z0-9-]+\.)+[a-z]{2,6}$/u.test(text.slice(start, at).slice(-80));
    if (site) return trimmed(text, start, addressEnd(text, start));
  }
  return -Math.max(at, start + 1);
}

const SCHEME = /^(?:https?:\/\/|ftp:\/\/|www\.[a-z0-9]|mailto:)/iu;

/** Letters, digits and the marks that a mailbox's own name may hold. */
function isLocal(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 0x2e ||
    code === 0x5f ||
    code === 0x2d ||
    code === 0x2b ||
    code === 0x25
  );
}

function addressEnd(text: string, start: number): number {
  let end = start;
  const reach = Math.min(text.length, start + LONGEST);
  while (end < reach && ADDRESS.test(text[end]!)) end += 1;
  return end;
}

/** Without the punctuation of the sentence that the address stands in. */
function trimmed(text: string, start: number, end: number): number {
  let last = end;
  const bracketed = text.slice(start, end).includes('(');
  while (last > start + 1 && /[.,;:!?)\]]/u.test(text[last - 1]!)) {
    if (text[last - 1] === ')' && bracketed) break;
    last -= 1;
  }
  return last;
}
