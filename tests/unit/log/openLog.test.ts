import { closeSync, openSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type LogLine, log, loggedLines, plainLine, toConsole, writeLogTo } from '@/lib/log/log';
import { type LogFormat, logStream, openLog } from '@/lib/log/openLog';
import { relayOutput } from '@/lib/log/relayOutput';

function opened(format: LogFormat, level: 'info' | 'error' | 'off' = 'info') {
  const written: Record<'standard' | 'error', string[]> = { standard: [], error: [] };
  const standard = { write: (text: string) => void written.standard.push(text) };
  const error = { write: (text: string) => void written.error.push(text) };
  return { sink: openLog({ level, format, output: { standard, error } }), written };
}

const LINE: LogLine = {
  level: 'info',
  message: 'Serving',
  at: Date.UTC(2026, 10, 28, 7),
  error: null,
  fields: {},
};

describe('the log as JSON', () => {
  it('has one object a line, with moment, level and what was thrown', () => {
    const { sink, written } = opened('json');
    const error = { type: 'Error', message: 'gone', stack: 'Error: gone\n    at x' };
    sink({ ...LINE, level: 'error', error, fields: { request: 'abc' } });
    const [text = ''] = written.standard;
    expect(text.endsWith('\n')).toBe(true);
    expect(JSON.parse(text)).toEqual({
      level: 'error',
      pid: process.pid,
      time: '2026-11-28T07:00:00.000Z',
      request: 'abc',
      err: error,
      msg: 'Serving',
    });
    expect(written.error).toEqual([]);
  });

  it('keeps any message whole in one line', () => {
    const { sink, written } = opened('json');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (message) => {
        written.standard.length = 0;
        sink({ ...LINE, message });
        const [text = '', ...more] = written.standard;
        expect(more).toEqual([]);
        expect(text.indexOf('\n')).toBe(text.length - 1);
        // A half of a surrogate pair is no character.
        const isWhole = Buffer.from(message).toString() === message;
        if (isWhole) expect(JSON.parse(text).msg).toBe(message);
      }),
    );
  });
});

describe('the log as text', () => {
  it('says the message alone, and what is wrong on standard error', () => {
    const { sink, written } = opened('text');
    sink(LINE);
    sink({ ...LINE, level: 'warn', message: 'Slow', fields: { request: 'abc' } });
    expect(written).toEqual({ standard: ['Serving\n'], error: ['Slow (request abc)\n'] });
  });
});

describe.each(['json', 'text'] as const)('a log with a level, as %s', (format) => {
  it('leaves out what is below it', () => {
    const { sink, written } = opened(format, 'error');
    sink({ ...LINE, level: 'warn' });
    expect(written).toEqual({ standard: [], error: [] });
    sink({ ...LINE, level: 'error' });
    expect([...written.standard, ...written.error]).toHaveLength(1);
  });

  it('can be turned off', () => {
    const { sink, written } = opened(format, 'off');
    sink({ ...LINE, level: 'error' });
    expect(written).toEqual({ standard: [], error: [] });
  });
});

describe('a log on a full disk', () => {
  it.each(['json', 'text'] as const)('loses its lines, and harms nothing else: %s', (format) => {
    const fd = openSync('/dev/full', 'w');
    onTestFinished(() => closeSync(fd));
    const output = { standard: logStream(fd), error: logStream(fd) };
    const sink = openLog({ level: 'info', format, output });
    for (let i = 0; i < 3; i += 1) expect(() => sink(LINE)).not.toThrow();
  });
});

describe('log', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('takes errors with their causes, and counts its lines', () => {
    const taken: LogLine[] = [];
    writeLogTo((line) => taken.push(line));
    try {
      const before = loggedLines().error;
      const cause = new Error('the cause');
      log.error('It failed', { error: new TypeError('bad', { cause }) });
      const [line] = taken;
      expect(line).toMatchObject({ level: 'error', error: { type: 'TypeError', message: 'bad' } });
      expect(line && plainLine(line)).toMatch(/^It failed: TypeError: bad[\s\S]*the cause/);
      expect(loggedLines().error).toBe(before + 1);
    } finally {
      writeLogTo(toConsole);
    }
  });

  it('takes what a program of others prints, each writing as one line', async () => {
    const taken: LogLine[] = [];
    writeLogTo((line) => taken.push(line));
    try {
      const output = new PassThrough();
      relayOutput(output, 'error', 'rendering thread');
      output.write('Error: one\n    at x\n');
      output.write('half of ');
      output.write('two\n');
      output.end('without an end');
      await vi.waitFor(() => expect(taken).toHaveLength(3));
      expect(taken.map(({ message }) => message)).toEqual([
        'Error: one\n    at x',
        'half of two',
        'without an end',
      ]);
      expect(taken[0]).toMatchObject({ level: 'error', fields: { from: 'rendering thread' } });
    } finally {
      writeLogTo(toConsole);
    }
  });
});
