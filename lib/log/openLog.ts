import { type DestinationStream, destination, pino } from 'pino';
import { LEVELS, type Level, type LogLine, type LogSink, plainLine } from './log';

export type LogFormat = 'json' | 'text';

interface LogOptions {
  /** Lines below it are not written; `off` writes none. */
  readonly level: Level | 'off';
  readonly format: LogFormat;
  /** Takes whole lines; without it, the standard streams of the process. */
  readonly output?: { readonly standard: DestinationStream; readonly error: DestinationStream };
}

/**
 * Opens the log of the process. JSON goes to standard output alone, one object a line; text goes
 * where it always went: what is wrong to standard error, all else to standard output.
 */
export function openLog({ level, format, output = standardStreams() }: LogOptions): LogSink {
  const lowest = level === 'off' ? LEVELS.length : LEVELS.indexOf(level);
  const write = format === 'json' ? jsonWriter(output.standard) : textWriter(output);
  return (line) => {
    if (LEVELS.indexOf(line.level) >= lowest) write(line);
  };
}

function jsonWriter(stream: DestinationStream): LogSink {
  const logger = pino(
    {
      level: 'debug',
      base: { pid: process.pid },
      formatters: { level: (label) => ({ level: label }) },
      // The moment is that of the event, which may have happened in another thread.
      timestamp: false,
      // Its own reader of errors would call one that came from another thread an Object.
      serializers: { err: (error: unknown) => error },
    },
    stream,
  );
  return ({ level, message, at, error, fields }: LogLine) => {
    const time = new Date(at).toISOString();
    logger[level]({ time, ...fields, ...(error !== null && { err: error }) }, message);
  };
}

function textWriter({ standard, error }: Required<LogOptions>['output']): LogSink {
  return (line) => {
    const stream = line.level === 'info' || line.level === 'debug' ? standard : error;
    stream.write(`${plainLine(line)}\n`);
  };
}

function standardStreams() {
  return { standard: logStream(1), error: logStream(2) };
}

/** Writes to a file descriptor at once, so that nothing is lost at the end of the process. */
export function logStream(fd: number): DestinationStream {
  const stream = destination({ fd, sync: true });
  // A full disk, or a reader of the log that has gone: the site goes on without its log.
  stream.on('error', () => undefined);
  return stream;
}
