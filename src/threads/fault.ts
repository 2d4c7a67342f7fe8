import { type ErrorCode, RapporteurError } from '../errors.js';

/** An error as it crosses from one thread to another, where classes and codes of errors would be lost. */
export interface Fault {
  readonly name: string;
  readonly message: string;
  readonly stack: string | null;
  readonly code: ErrorCode | null;
}

/** What is thrown as it can be posted. */
export function faultOf(thrown: unknown): Fault {
  if (!(thrown instanceof Error)) return { name: 'Error', message: String(thrown), stack: null, code: null };
  const { name, message, stack = null } = thrown;
  return { name, message, stack, code: thrown instanceof RapporteurError ? thrown.code : null };
}

/** The error that was thrown in the other thread, told where. */
export function errorOf({ name, message, stack, code }: Fault): Error {
  const error = code === null ? new Error(message) : new RapporteurError(code, message);
  error.name = name;
  if (stack !== null) error.stack = stack;
  return error;
}
