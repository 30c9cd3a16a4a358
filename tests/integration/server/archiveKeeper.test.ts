import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ArchiveKeeper } from '@/lib/server/publishing/archiveKeeper';

const damage = () => Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT' });

interface Surroundings {
  readonly isThere?: () => boolean;
  readonly isBusy?: () => boolean;
  readonly restore?: () => Promise<boolean>;
}

function keeper({ isThere = () => true, isBusy = () => false, restore }: Surroundings = {}) {
  const restored = vi.fn(restore ?? (async () => true));
  const archive = {
    get isThere() {
      return isThere();
    },
  };
  return { restored, keeper: new ArchiveKeeper({ archive, isBusy, restore: restored }) };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('an archive that is gone', () => {
  it('is made anew within a second or two', async () => {
    let isThere = true;
    const made = keeper({ isThere: () => isThere });
    made.keeper.start();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(made.restored).not.toHaveBeenCalled();
    isThere = false;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(made.restored).toHaveBeenCalled();
    made.keeper.stop();
  });

  it('is not looked for while somebody puts another in its place', async () => {
    const made = keeper({ isThere: () => false, isBusy: () => true });
    made.keeper.start();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(made.restored).not.toHaveBeenCalled();
    made.keeper.stop();
  });
});

describe('an archive that is damaged', () => {
  it('is made anew once for all who meet it, and read again', async () => {
    const made = keeper();
    let isDamaged = true;
    const read = (): Promise<string> =>
      made.keeper.reading(() => {
        if (isDamaged) throw damage();
        return 'read';
      });
    const readings = [read(), read()];
    isDamaged = false;
    expect(await Promise.all(readings)).toEqual(['read', 'read']);
    expect(made.restored).toHaveBeenCalledTimes(1);
  });

  it('makes the page of the next one, where a page failed by it', async () => {
    const made = keeper();
    const answers = [{ kind: 'fault', cause: 'archive' }, { kind: 'missing' }] as const;
    const make = vi.fn(async () => answers[make.mock.calls.length - 1] ?? answers[1]);
    const wanted = { isAwaited: true, isBegun: false };
    expect(await made.keeper.making(make, '/', wanted)).toEqual({ kind: 'missing' });
  });

  it('keeps nobody waiting for ever', async () => {
    const made = keeper({ restore: () => new Promise(() => undefined) });
    const reading = made.keeper.reading(() => {
      throw damage();
    });
    const expectation = expect(reading).rejects.toThrow('malformed');
    await vi.advanceTimersByTimeAsync(10_000);
    await expectation;
  });

  it('is given up where it is damaged again and again', async () => {
    const made = keeper();
    for (let time = 0; time < 20; time += 1) await made.keeper.mend();
    expect(made.restored).toHaveBeenCalledTimes(3);
  });

  it('is none where another error is met', async () => {
    const made = keeper();
    const reading = made.keeper.reading(() => {
      throw new Error('no such table');
    });
    await expect(reading).rejects.toThrow('no such table');
    expect(made.restored).not.toHaveBeenCalled();
  });
});
