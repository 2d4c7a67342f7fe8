import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { reportFromText } from '../src/intake/index.js';
import { packagePath } from '../src/package-root.js';
import { readReport } from '../src/pipeline.js';
import type { Reading } from '../src/reading/contract.js';
import { readingSchema } from '../src/reading/schema.js';
import { engine, exampleNames, exampleText } from './examples.js';

const schema = JSON.parse(readFileSync(packagePath('schema', 'reading.schema.json'), 'utf8')) as object;
const validate = new Ajv2020({ strict: false }).compile(schema);

describe('the JSON Schema in schema/', () => {
  it('is the one that the contract makes (npm run schema writes it)', () => {
    expect(schema).toEqual(readingSchema());
  });

  it('refuses a reading with a key that the contract does not know', () => {
    const reading = readReport(reportFromText('Norway sent aid to Chad.'), engine());
    expect(validate({ ...reading, mood: 'good' })).toBe(false);
  });
});

const ODD: Record<string, string> = {
  'empty text': '',
  'only white space': ' \n\n\t',
  'no letters': '123 -- 456 !!! ???',
  emoji: '🇺🇳 said 👍🏽 to 🕊️. "🚀" he said.',
  'right-to-left text': 'قال الرئيس إنه سيزور موسكو. ‮Russia vetoed‬ the draft.',
  'control characters': 'Russia\u0000 vetoed\u0007 the draft\u001b[31m on Friday.',
  'nested brackets': `${'('.repeat(2000)}Russia vetoed it${')'.repeat(2000)}.`,
  'unbalanced quotes': '"Russia said. "We will not. \'It is, he said.',
};

describe('a reading', () => {
  const texts: [string, string][] = [
    ...exampleNames().map((name): [string, string] => [name, exampleText(name)]),
    ...Object.entries(ODD),
  ];
  for (const [name, text] of texts) {
    it(`keeps the contract: ${name}`, () => {
      const reading = readReport(reportFromText(text), engine());
      expect(validate(reading), JSON.stringify(validate.errors)).toBe(true);
      expect(wrongSpans(reading)).toEqual([]);
      expect(danglingIds(reading)).toEqual([]);
      expect(JSON.stringify(readReport(reportFromText(text), engine()))).toBe(JSON.stringify(reading));
    });
  }
});

/** Every span of a reading that does not cut its own characters out of the report's text. */
function wrongSpans(reading: Reading): unknown[] {
  const wrong: unknown[] = [];
  const visit = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    const { start, end, text } = value as { start?: unknown; end?: unknown; text?: unknown };
    if (typeof start === 'number' && typeof end === 'number' && typeof text === 'string') {
      if (reading.report.text.slice(start, end) !== text) wrong.push(value);
    }
    Object.values(value).forEach(visit);
  };
  visit(reading);
  return wrong;
}

/** References to records that the reading does not hold, and ids that two records share. */
function danglingIds(reading: Reading): string[] {
  const statements = new Set(reading.statements.map((one) => one.id));
  const events = new Set(reading.events.map((one) => one.id));
  const all = [reading.events, reading.statements, reading.votes, reading.claims].flat().map((one) => one.id);
  const wrong = all.filter((id, index) => all.indexOf(id) !== index);
  const check = (id: string | null, known: ReadonlySet<string>) => {
    if (id !== null && !known.has(id)) wrong.push(id);
  };
  for (const event of reading.events) check(event.attributedTo, statements);
  for (const statement of reading.statements) for (const one of statement.stance) check(one.event, events);
  for (const claim of reading.claims) check(claim.by, statements);
  for (const dispute of reading.disputes) {
    check(dispute.event, events);
    for (const one of dispute.positions) check(one.statement, statements);
  }
  return wrong;
}
