/** Codes that a program can act on. Each message says what failed, the value, where, what is allowed, how to mend it. */
export type ErrorCode =
  | 'input.missing'
  | 'input.unreadable'
  | 'input.empty'
  | 'input.binary'
  | 'input.too-large'
  | 'input.malformed'
  | 'input.date'
  | 'input.refused'
  | 'input.unreachable'
  | 'data.malformed'
  | 'knowledge.missing'
  | 'knowledge.malformed'
  | 'model.missing'
  | 'model.malformed'
  | 'archive.missing'
  | 'archive.unavailable'
  | 'archive.busy'
  | 'record.missing'
  | 'request.malformed'
  | 'request.refused'
  | 'request.missing'
  | 'request.method'
  | 'request.too-large'
  | 'request.media-type'
  | 'server.full'
  | 'server.slow'
  | 'server.fault'
  | 'usage'
  | 'evaluation.gold';

/** The one kind of error that the program throws on purpose. Anything else that escapes is a fault of ours. */
export class RapporteurError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RapporteurError';
    this.code = code;
  }
}
