/** An edge of a graph of who deals with whom. */
export interface Dealing {
  readonly actor: string;
  readonly recipient: string;
  readonly incidents: number;
  /** Incidents by quad category, the four in PLOVER's order. */
  readonly quads: readonly number[];
  readonly score: number;
}

const EDGE_KEYS = [
  'incidents',
  'verbalCooperation',
  'materialCooperation',
  'verbalConflict',
  'materialConflict',
];

/** A directed graph with a node a country and an edge an ordered pair. **Source** GraphML 1.0, Brandes et al. 2002. */
export function* graphMl(
  dealings: readonly Dealing[],
  names: ReadonlyMap<string, string>,
): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield '  <key id="name" for="node" attr.name="name" attr.type="string"/>\n';
  for (const key of EDGE_KEYS) yield `  <key id="${key}" for="edge" attr.name="${key}" attr.type="int"/>\n`;
  yield '  <key id="score" for="edge" attr.name="score" attr.type="double"/>\n';
  yield '  <graph id="dealings" edgedefault="directed">\n';
  const codes = new Set(dealings.flatMap(({ actor, recipient }) => [actor, recipient]));
  for (const code of [...codes].sort())
    yield `    <node id="${inXml(code)}"><data key="name">${inXml(names.get(code) ?? code)}</data></node>\n`;
  for (const { actor, recipient, incidents, quads, score } of dealings) {
    const data = [incidents, ...quads]
      .map((value, at) => `<data key="${EDGE_KEYS[at]}">${value}</data>`)
      .join('');
    yield `    <edge source="${inXml(actor)}" target="${inXml(recipient)}">${data}<data key="score">${score}</data></edge>\n`;
  }
  yield '  </graph>\n</graphml>\n';
}

function inXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
