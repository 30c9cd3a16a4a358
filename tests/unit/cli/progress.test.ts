import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startProgress } from '@/lib/cli/progress';

let written: string[] = [];
const isTerminal = process.stderr.isTTY;

function terminal(value: boolean): void {
  Object.defineProperty(process.stderr, 'isTTY', { value, configurable: true });
}

describe('startProgress', () => {
  beforeEach(() => {
    written = [];
    vi.useFakeTimers({ toFake: ['performance'] });
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
  });

  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
    terminal(isTerminal);
  });

  it('says nothing of short work', () => {
    terminal(true);
    const progress = startProgress('Reading');
    vi.advanceTimersByTime(900);
    progress.update(50, 100);
    progress.end();
    expect(written).toEqual([]);
  });

  it('keeps one line of a terminal up to date', () => {
    terminal(true);
    const progress = startProgress('Reading');
    vi.advanceTimersByTime(2000);
    progress.update(100, 500);
    progress.update(101, 500);
    vi.advanceTimersByTime(2000);
    progress.update(200, 500);
    progress.end();
    expect(written).toEqual([
      '\r\u001b[KReading: 100 of 500 files, 50 a second, 8 s left',
      '\r\u001b[KReading: 200 of 500 files, 50 a second, 6 s left',
      '\n',
    ]);
  });

  it('writes a line now and then where nobody watches', () => {
    terminal(false);
    const progress = startProgress('Reading');
    vi.advanceTimersByTime(4000);
    progress.update(100, 500);
    vi.advanceTimersByTime(1000);
    progress.update(125, 500);
    vi.advanceTimersByTime(3000);
    progress.update(200, 500);
    progress.end();
    expect(written).toEqual([
      'Reading: 100 of 500 files, 25 a second, 16 s left\n',
      'Reading: 200 of 500 files, 25 a second, 12 s left\n',
    ]);
  });
});
