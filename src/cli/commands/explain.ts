import { readFileSync } from 'node:fs';
import { atDesk } from '../../desk/open-desk.js';
import { RapporteurError } from '../../errors.js';
import { jsonLine } from '../../formats/json-line.js';
import { paintFor } from '../../formats/text/paint.js';
import { renderExplanation } from '../../formats/text/render-explanation.js';
import { explainRecord, loadEngine } from '../../pipeline.js';
import type { Reading } from '../../reading/contract.js';
import { recordOf } from '../../reading/explain/explain.js';
import { knowledgeOf } from '../knowledge.js';
import type { ArchiveOptions, KnowledgeOptions } from '../program.js';

interface ExplainOptions extends ArchiveOptions, KnowledgeOptions {
  readonly readings?: string;
}

/** Shows what a record rests on. **Errors** `record.missing` where nothing has the id. */
export async function explainCommand(id: string, options: ExplainOptions): Promise<void> {
  const knowledge = knowledgeOf(options);
  const found = options.readings === undefined ? await inArchive(id, options) : inFile(id, options.readings);
  const explanation = explainRecord(found, id, loadEngine({ knowledge }))!;
  if (options.format === 'json') console.log(jsonLine(explanation));
  else console.log(renderExplanation(explanation, paintFor(process.stdout, process.env)));
  if (!explanation.isCurrent) console.error(outdated(found, knowledge?.digest));
}

function inArchive(id: string, options: ExplainOptions): Promise<Reading> {
  return atDesk(options.archive, async (desk) => {
    const report = await desk.reportOf(id);
    const reading = report === undefined ? undefined : await desk.reading(report);
    if (reading === undefined) throw missing(id, desk.path);
    return reading;
  });
}

function inFile(id: string, path: string): Reading {
  const lines = load(path).split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const reading = parse(line, path, index + 1);
    if (recordOf(reading, id) !== undefined) return reading;
  }
  throw missing(id, path === '-' ? 'standard input' : path);
}

function load(path: string): string {
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch (cause) {
    throw new RapporteurError(
      'input.missing',
      `The readings ${path} cannot be opened. Name a file that "rapporteur read --json" has written.`,
      { cause },
    );
  }
}

/** A reading is taken as it was printed; only what we look into must be there. */
function parse(line: string, path: string, number: number): Reading {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    value = undefined;
  }
  const { report, events, statements, votes, claims } = (value ?? {}) as Partial<Reading>;
  if (typeof report?.text === 'string' && [events, statements, votes, claims].every(Array.isArray))
    return value as Reading;
  throw new RapporteurError(
    'input.malformed',
    `No reading in ${path}, line ${number}. Give one reading a line, as "rapporteur read --json" prints them.`,
  );
}

function missing(id: string, where: string): RapporteurError {
  const kind = /^[esvc]-/.test(id)
    ? ''
    : ' Ids of events begin with e-, of statements with s-, of votes with v-, of claims with c-.';
  return new RapporteurError(
    'record.missing',
    `There is no record "${id}" in ${where}.${kind} "rapporteur events" and the other listings print ids.`,
  );
}

function outdated({ knowledge }: Reading, present: string | undefined): string {
  if (knowledge !== present) {
    const name = (digest: string | undefined) => (digest === undefined ? 'none' : digest);
    return `It was read with other knowledge of your own (${name(knowledge)}, now ${name(present)}): its frame may be another one today. Read the report again.`;
  }
  return 'This version reads it otherwise, so that its frame may be another one today. Read the report again.';
}
