import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener, RequestError } from '@hono/node-server';
import { announceServer } from '../desk/running-server.js';
import { RapporteurError } from '../errors.js';
import { type ApiOptions, buildApi } from './api.js';
import { PROBLEM_TYPE, problemOf, problemResponse } from './problem.js';
import { openService, type ServiceOptions } from './service.js';

export interface ServerOptions extends ServiceOptions, ApiOptions {
  /** 0, or nothing, for any that is free. */
  readonly port?: number;
}

/** A server that listens, and holds its archive. */
export interface RunningApi {
  readonly url: string;
  readonly archive: string;
  /** Answers what was asked, ends jobs, saves what was read, and closes the archive. Closing twice is harmless. */
  close(): Promise<void>;
}

/** Only this machine can reach it: there is no way to say otherwise. */
const HOST = '127.0.0.1';

/** **Units** milliseconds that a client may take to send its headers, and its whole request. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 60_000;
/** **Units** milliseconds that answers under way are waited for at the end. */
const FAREWELL_MS = 5_000;
const MOST_CONNECTIONS = 512;

/**
 * Serves an archive on this machine.
 *
 * **Errors** those of `openArchive`; `usage` where the port is taken.
 */
export async function startServer({ port = 0, ...options }: ServerOptions): Promise<RunningApi> {
  const service = await openService(options);
  const api = buildApi(service, options);
  const server = createServer(
    { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, connectionsCheckingInterval: 5_000 },
    getRequestListener(api.fetch, { overrideGlobalObjects: false, errorHandler: tellFault }),
  );
  server.maxConnections = MOST_CONNECTIONS;
  server.on('clientError', refuse);
  try {
    await listen(server, port);
  } catch (error) {
    await service.close();
    throw error;
  }
  const url = `http://${HOST}:${(server.address() as AddressInfo).port}`;
  const takeBack = announceServer(service.path, url);
  let closing: Promise<void> | undefined;
  const close = async () => {
    takeBack();
    const closed = once(server, 'close');
    server.close();
    server.closeIdleConnections();
    // Nor are connections kept that are still in use.
    server.keepAliveTimeout = 1;
    const farewell = setTimeout(() => server.closeAllConnections(), FAREWELL_MS);
    await service.close();
    await closed;
    clearTimeout(farewell);
  };
  return {
    url,
    archive: service.path,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, HOST);
  try {
    await once(server, 'listening');
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code;
    throw new RapporteurError(
      'usage',
      reason === 'EADDRINUSE'
        ? `Port ${port} is taken by another program. Name another with --port, or leave it out for any that is free.`
        : `Port ${port} cannot be used (${reason}). Name another with --port, or leave it out for any that is free.`,
      { cause },
    );
  }
}

/** A request that has no address that could be routed; anything else that comes here is a fault of ours. */
function tellFault(error: unknown): Response {
  if (error instanceof RequestError)
    return problemResponse(
      problemOf(
        new RapporteurError('request.malformed', 'The request has no host or path that is understood here.'),
      ),
    );
  console.error('Internal fault:', error);
  return problemResponse(problemOf(error));
}

const LINES: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** What is no HTTP, or comes too slowly, has no route; it is told its problem all the same. */
function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const line = LINES[error.code ?? ''] ?? '400 Bad Request';
  const problem = problemOf(
    new RapporteurError(
      'request.malformed',
      'The request is no HTTP that is understood here, or came too slowly.',
    ),
  );
  const body = JSON.stringify({ ...problem, status: Number(line.slice(0, 3)) });
  socket.end(
    `HTTP/1.1 ${line}\r\nContent-Type: ${PROBLEM_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
