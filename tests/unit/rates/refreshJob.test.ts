import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RefreshReport } from '@/lib/rates/refresh/refresh';
import { RefreshJob } from '@/lib/rates/refresh/refreshJob';

const REPORT: RefreshReport = { asked: [], released: [], changed: false, storeFailure: null };
const INTERVAL = 1_800_000;

/** Runs that end when the test says so. */
class Runs {
  readonly #open: {
    resolve: (report: RefreshReport) => void;
    reject: (error: Error) => void;
  }[] = [];
  begun = 0;
  run = (): Promise<RefreshReport> => {
    this.begun += 1;
    return new Promise((resolve, reject) => {
      this.#open.push({ resolve, reject });
    });
  };
  async end(report: RefreshReport = REPORT): Promise<void> {
    this.#next().resolve(report);
    await vi.advanceTimersByTimeAsync(0);
  }
  async fail(error: Error): Promise<void> {
    this.#next().reject(error);
    await vi.advanceTimersByTimeAsync(0);
  }
  #next() {
    const open = this.#open.shift();
    if (!open) throw new Error('nothing is under way');
    return open;
  }
}

let runs: Runs;
let reports: RefreshReport[];
const jobs: RefreshJob[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  runs = new Runs();
  reports = [];
});

afterEach(() => {
  for (const job of jobs.splice(0)) job.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function aJob(random = () => 0.5, onReport = (report: RefreshReport) => void reports.push(report)) {
  const job = new RefreshJob({ run: runs.run, interval: INTERVAL, onReport, random });
  jobs.push(job);
  return job;
}

describe('a job', () => {
  it('begins with a run, and hands on what came of it', async () => {
    aJob().start();
    expect(runs.begun).toBe(1);
    const report = { ...REPORT, changed: true };
    await runs.end(report);
    expect(reports).toEqual([report]);
  });

  it('counts its interval from the end of a run, however long that takes', async () => {
    aJob().start();
    await vi.advanceTimersByTimeAsync(10 * INTERVAL);
    expect(runs.begun).toBe(1);
    await runs.end();
    await vi.advanceTimersByTimeAsync(INTERVAL - 1);
    expect(runs.begun).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(runs.begun).toBe(2);
  });

  it.each([
    [0, 0.8],
    [0.25, 0.9],
    [0.5, 1],
    [1 - Number.EPSILON, 1.2],
  ])('spreads by chance: at %d it waits %d times the interval', async (chance, share) => {
    aJob(() => chance).start();
    await runs.end();
    await vi.advanceTimersByTimeAsync(Math.floor(INTERVAL * share) - 1);
    expect(runs.begun).toBe(1);
    await vi.advanceTimersByTimeAsync(2);
    expect(runs.begun).toBe(2);
  });

  it('always waits for four to six fifths of its interval', async () => {
    const pauses = vi.spyOn(globalThis, 'setTimeout');
    const job = new RefreshJob({ run: runs.run, interval: INTERVAL, onReport: () => undefined });
    jobs.push(job);
    job.start();
    for (let round = 0; round < 50; round += 1) {
      await runs.end();
      await vi.advanceTimersByTimeAsync(INTERVAL * 1.2);
    }
    const waits = pauses.mock.calls.map(([, milliseconds]) => milliseconds ?? 0);
    const own = waits.filter((milliseconds) => milliseconds > 0);
    expect(own).toHaveLength(50);
    expect(Math.min(...own)).toBeGreaterThanOrEqual(INTERVAL * 0.8);
    expect(Math.max(...own)).toBeLessThanOrEqual(INTERVAL * 1.2);
    expect(new Set(own).size).toBeGreaterThan(1);
  });

  it('goes on after a fault, which is told', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    aJob().start();
    const fault = new Error('a fault of the program');
    await runs.fail(fault);
    expect(told.mock.calls.flat()).toEqual([
      expect.stringContaining(`Rates could not be refreshed: ${fault}`),
    ]);
    expect(reports).toEqual([]);
    await vi.advanceTimersByTimeAsync(INTERVAL);
    expect(runs.begun).toBe(2);
    await runs.end();
    expect(reports).toEqual([REPORT]);
  });

  it('goes on where nobody can be told of a report', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const onReport = () => {
      throw new Error('nobody listens');
    };
    aJob(() => 0.5, onReport).start();
    await runs.end();
    await vi.advanceTimersByTimeAsync(INTERVAL);
    expect(runs.begun).toBe(2);
  });

  it('is over when it is stopped', async () => {
    const job = aJob();
    job.start();
    await runs.end();
    job.stop();
    await vi.advanceTimersByTimeAsync(10 * INTERVAL);
    expect(runs.begun).toBe(1);
  });

  it('is over as well when it is stopped in the middle of a run, whose report still counts', async () => {
    const job = aJob();
    job.start();
    job.stop();
    await runs.end();
    await vi.advanceTimersByTimeAsync(10 * INTERVAL);
    expect([runs.begun, reports.length]).toEqual([1, 1]);
  });

  it('keeps no process alive', async () => {
    vi.useRealTimers();
    const pauses = vi.spyOn(globalThis, 'setTimeout');
    const job = new RefreshJob({
      run: async () => REPORT,
      interval: INTERVAL,
      onReport: () => undefined,
    });
    jobs.push(job);
    job.start();
    await new Promise((done) => setImmediate(done));
    expect(pauses.mock.results.map(({ value }) => value)).toSatisfy(hasIdle);
  });
});

function hasIdle(timers: readonly NodeJS.Timeout[]): boolean {
  return timers.some((timer) => !timer.hasRef());
}

describe('a run', () => {
  it('is one for all who ask for it meanwhile', async () => {
    const job = aJob();
    job.start();
    const waiting = [job.run(), job.run()];
    expect(runs.begun).toBe(1);
    const report = { ...REPORT, changed: true };
    await runs.end(report);
    expect(await Promise.all(waiting)).toEqual([report, report]);
    expect(reports).toEqual([report]);
  });

  it('is a new one for who asks when it is over', async () => {
    const job = aJob();
    const first = job.run();
    await runs.end();
    await first;
    const second = job.run();
    expect(runs.begun).toBe(2);
    await runs.end();
    await second;
  });

  it('that fails, fails for who asked, and the next one is another', async () => {
    const job = aJob();
    const first = expect(job.run()).rejects.toThrow('a fault');
    await runs.fail(new Error('a fault'));
    await first;
    const second = job.run();
    await runs.end();
    expect(await second).toBe(REPORT);
  });
});
