import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RateHistory } from '@/lib/rates/observations';
import { date, observation } from './build';

const monday = observation('KZT', '2026-04-06', '475.09');
const tuesday = observation('KZT', '2026-04-07', '472.31');
const blended = observation('KZT', '2026-04-07', '474.8', 'blend');

describe('RateHistory', () => {
  it('sorts what it is given and leaves that alone', () => {
    const given = [tuesday, monday];
    const history = new RateHistory(given);
    expect(history.series('KZT')).toEqual([monday, tuesday]);
    expect(given).toEqual([tuesday, monday]);
    given.push(observation('KZT', '2026-04-08', '470'));
    expect(history.latest('KZT')).toBe(tuesday);
  });

  it('hands out series that cannot be changed', () => {
    expect(Object.isFrozen(new RateHistory([monday]).series('KZT'))).toBe(true);
  });

  it('knows nothing of currencies without observations', () => {
    const history = new RateHistory([monday]);
    expect(history.latest('KGS')).toBeUndefined();
    expect(history.series('KGS')).toEqual([]);
    expect(history.previous(observation('KGS', '2026-04-07', '87.45'))).toBeUndefined();
  });

  it('takes the newest date, and on the same day the source that it met first', () => {
    expect(new RateHistory([monday, blended]).latest('KZT')).toBe(blended);
    expect(new RateHistory([monday, tuesday, blended]).latest('KZT')).toBe(tuesday);
    expect(new RateHistory([blended, tuesday]).latest('KZT')).toBe(blended);
  });

  it('never compares or joins two sources', () => {
    const history = new RateHistory([monday, blended]);
    expect(history.previous(blended)).toBeUndefined();
    expect(history.series('KZT')).toEqual([blended]);
  });

  it('skips days without an observation', () => {
    const friday = observation('KZT', '2026-04-10', '470');
    const history = new RateHistory([friday, monday]);
    expect(history.previous(friday)).toBe(monday);
    expect(history.previous(monday)).toBeUndefined();
  });

  it('refuses two observations of one source for one day', () => {
    const twice = [tuesday, observation('KZT', '2026-04-07', '480')];
    expect(() => new RateHistory(twice)).toThrow(
      new RangeError('two observations of KZT by bank for 2026-04-07'),
    );
  });

  it('answers the same however the days are shuffled', () => {
    const days = Array.from({ length: 20 }, (_, index) =>
      observation('KGS', date(`2026-03-${String(index + 10)}`), `87.${index + 10}`),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(days), (some) => {
        const history = new RateHistory(some);
        const sorted = days.filter((day) => some.includes(day));
        expect(history.series('KGS')).toEqual(sorted);
        expect(history.latest('KGS')).toBe(sorted.at(-1));
        for (const [index, day] of sorted.entries()) {
          expect(history.previous(day)).toBe(index === 0 ? undefined : sorted[index - 1]);
        }
      }),
    );
  });
});

describe('the source that was chosen', () => {
  const chosen = new Map([['KZT', 'blend']] as const);
  const days = (source: string, ...dates: readonly string[]) =>
    dates.map((day) => observation('KZT', day, '475.09', source));
  const own = days('blend', '2026-04-01', '2026-04-02');

  it.each(['2026-04-01', '2026-04-02', '2026-04-03', '2026-04-06'])(
    'is shown while another has nothing newer than of %s',
    (day) => {
      const history = new RateHistory([...days('bank', day), ...own], chosen);
      expect(history.series('KZT')).toEqual(own);
      expect(history.latest('KZT')).toBe(own.at(-1));
    },
  );

  it('gives way to one that is newer by more than four days', () => {
    const newer = days('bank', '2026-04-07');
    const history = new RateHistory([...own, ...newer], chosen);
    expect(history.series('KZT')).toEqual(newer);
  });

  it('gives way to the newest of all others', () => {
    const newer = days('bank', '2026-04-08');
    const history = new RateHistory([...days('third', '2026-04-07'), ...own, ...newer], chosen);
    expect(history.latest('KZT')).toBe(newer[0]);
  });

  it('is passed over where it has no figure of the currency', () => {
    const others = days('bank', '2026-04-01');
    expect(new RateHistory(others, chosen).series('KZT')).toEqual(others);
    const som = observation('KGS', '2026-04-01', '87.45', 'blend');
    expect(new RateHistory([...others, som], chosen).series('KZT')).toEqual(others);
  });

  it('is chosen for its own currency alone', () => {
    const som = observation('KGS', '2026-04-01', '87.45');
    const other = observation('KGS', '2026-04-01', '87.46', 'blend');
    expect(new RateHistory([som, other, ...own], chosen).latest('KGS')).toBe(som);
  });

  it('says nothing of what held on a day', () => {
    const [preferred] = days('bank', '2026-04-02');
    if (!preferred) throw new Error('there is no figure');
    const history = new RateHistory([preferred, ...own], chosen);
    expect(history.onOrBefore('KZT', date('2026-04-02'))).toBe(preferred);
  });
});
