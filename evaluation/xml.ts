/** What the flat XML of gold files needs; they have no namespaces and no CDATA. */

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The characters that a piece of XML between two tags stands for. */
export function plainText(xml: string): string {
  return xml.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name]!);
}

/** The attributes within a tag, by name. */
export function attributes(tag: string): Map<string, string> {
  return new Map([...tag.matchAll(/(\w+)="([^"]*)"/g)].map((pair) => [pair[1]!, plainText(pair[2]!)]));
}

/** What the first element of a name holds, as it stands between its tags; undefined where there is none. */
export function inner(xml: string, element: string): string | undefined {
  const start = xml.indexOf(`<${element}>`);
  const end = xml.indexOf(`</${element}>`, start);
  return start < 0 || end < 0 ? undefined : xml.slice(start + element.length + 2, end);
}

/** What every element of a name holds, in order; elements of one name do not nest. */
export function inners(xml: string, element: string): string[] {
  return xml
    .split(`</${element}>`)
    .slice(0, -1)
    .flatMap((piece) => inner(`${piece}</${element}>`, element) ?? []);
}

/** Without comments, which may hold elements that count for nothing. */
export function withoutComments(xml: string): string {
  return xml.replace(/<!--[\s\S]*?-->/g, '');
}
