import { z } from 'zod';
import {
  checkExport,
  EXPORT_TABLES,
  EXPORTS,
  type ExportFormat,
  type ExportTable,
} from '../../desk/export-pieces.js';
import { RapporteurError } from '../../errors.js';
import { type Route, route } from '../route.js';
import type { Service } from '../service.js';

const KINDS: Readonly<Record<ExportFormat, readonly [kind: string, extension: string]>> = {
  plover: ['application/x-ndjson', 'jsonl'],
  jsonl: ['application/x-ndjson', 'jsonl'],
  webanno: ['application/x-ndjson', 'jsonl'],
  polecat: ['text/tab-separated-values; charset=utf-8', 'txt'],
  icews: ['text/tab-separated-values; charset=utf-8', 'tab'],
  gdelt: ['text/tab-separated-values; charset=utf-8', 'csv'],
  csv: ['text/csv; charset=utf-8', 'csv'],
  parquet: ['application/vnd.apache.parquet', 'parquet'],
  graphml: ['application/graphml+xml', 'graphml'],
};

/** Each holds a connection for as long as it is fetched: others need theirs. */
const MOST_AT_ONCE = 2;
let atOnce = 0;

const EXPORT = route({
  address: '/api/exports/{format}',
  tag: 'exports',
  summary: 'What the archive holds, whole, in a format of the field',
  path: { format: z.enum(EXPORTS) },
  query: { what: z.enum(EXPORT_TABLES).default('events').describe('Where the format leaves a choice.') },
  isLasting: false,
  answer: {
    kinds: [...new Set(Object.values(KINDS).map(([kind]) => kind.split(';', 1)[0]!))],
    description: 'The file.',
  },
  run: async ({ path: { format }, query: { what }, service }) => {
    checkExport(format, what);
    if (atOnce >= MOST_AT_ONCE)
      throw new RapporteurError(
        'server.full',
        `${MOST_AT_ONCE} exports are under way. Ask again when one has ended.`,
      );
    const [kind, extension] = KINDS[format];
    return new Response(ReadableStream.from(file(service, format, what)), {
      headers: {
        'content-type': kind,
        'content-disposition': `attachment; filename="rapporteur-${what}.${extension}"`,
        'cache-control': 'no-store',
      },
    });
  },
});

export const EXPORT_ROUTES: readonly Route[] = [EXPORT];

/** Nothing is opened before the first piece is fetched: whoever asks for the head alone never fetches one. */
async function* file(service: Service, format: ExportFormat, what: ExportTable): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  atOnce += 1;
  try {
    const desk = await service.ownDesk();
    try {
      for await (const piece of desk.export(format, what))
        yield typeof piece === 'string' ? encoder.encode(piece) : piece;
    } finally {
      await desk.close();
    }
  } finally {
    atOnce -= 1;
  }
}
