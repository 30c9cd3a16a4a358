import { inspect } from 'node:util';

/** From what only matters while a fault is looked for, to what needs somebody to act. */
export const LEVELS = ['debug', 'info', 'warn', 'error'] as const;

export type Level = (typeof LEVELS)[number];

/** An error, in the members that pino and its readers know. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  /** With the causes that it names. */
  readonly stack: string;
}

/** One line of the log; plain data, so that threads and processes can hand it on. */
export interface LogLine {
  readonly level: Level;
  readonly message: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly error: LoggedError | null;
  /** What programs filter by. Nothing of a reader: no address, no search, no referrer. */
  readonly fields: LogFields;
}

export type LogFields = Readonly<Record<string, string | number | boolean>>;

export type LogSink = (line: LogLine) => void;

interface Details extends Readonly<Record<string, unknown>> {
  /** What was thrown. */
  readonly error?: unknown;
  readonly fields?: LogFields;
}

interface Shared {
  sink: LogSink;
  readonly written: Record<Level, number>;
}

/**
 * Pages are bundled apart from the server that loads them, so that a module's own variable would
 * exist twice. What the log writes to is therefore kept on globalThis.
 */
const SHARED = Symbol.for('saxaul.log');

function shared(): Shared {
  const holder = globalThis as typeof globalThis & { [SHARED]?: Shared };
  holder[SHARED] ??= { sink: toConsole, written: { debug: 0, info: 0, warn: 0, error: 0 } };
  return holder[SHARED];
}

/** Has everything that this thread logs go somewhere else than to its standard streams. */
export function writeLogTo(sink: LogSink): void {
  shared().sink = sink;
}

/** Number of lines since the start, by level; those that LOG_LEVEL keeps back too. */
export function loggedLines(): Readonly<Record<Level, number>> {
  return shared().written;
}

/** Writes a line that was made elsewhere: in another thread or process. */
export function relay(line: LogLine): void {
  const { sink, written } = shared();
  written[line.level] += 1;
  sink(line);
}

function writer(level: Level) {
  return (message: string, { error, fields = {} }: Details = {}): void => {
    const logged = error === undefined ? null : loggedError(error);
    relay({ level, message, at: Date.now(), error: logged, fields });
  };
}

/** The one way in which the program speaks to its operator. */
export const log = {
  debug: writer('debug'),
  info: writer('info'),
  warn: writer('warn'),
  error: writer('error'),
} as const;

function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) {
    return { type: typeof error, message: String(error), stack: inspect(error) };
  }
  return { type: error.name, message: error.message, stack: inspect(error) };
}

/** A line as people read it: what happened, and what was thrown below it. */
export function plainLine({ message, error, fields }: LogLine): string {
  const request = fields.request === undefined ? '' : ` (request ${fields.request})`;
  return error === null ? `${message}${request}` : `${message}${request}: ${error.stack}`;
}

/** Where nobody has opened a log: what is wrong to standard error, all else to standard output. */
export function toConsole(line: LogLine): void {
  if (line.level === 'debug') return;
  const text = plainLine(line);
  if (line.level === 'info') console.log(text);
  else if (line.level === 'warn') console.warn(text);
  else console.error(text);
}
