import { onTestFinished } from 'vitest';
import { Asking, type AskingOptions } from '@/lib/rates/fetching/asking';
import type { Answer, Inquiry, Provider, RawRate } from '@/lib/rates/providers/provider';
import type { CurrencyCode } from '@/lib/site/currencyCodes';
import { type Handler, startLoopback } from '@/tests/fixtures/rates/loopback';

/** A loopback provider that ends with the test. */
export async function loopback(answers: Readonly<Record<string, string | Handler>> = {}) {
  const one = await startLoopback(answers);
  onTestFinished(() => one.close());
  return one;
}

/** No wait, and no more patience than a test needs. */
export const IMPATIENT: AskingOptions = {
  sleep: async () => undefined,
  random: () => 0,
  limits: { milliseconds: 300, bytes: 512 * 1024 },
};

interface AskOptions {
  readonly quote: CurrencyCode;
  readonly now: string;
  /** Day of the newest stored figure, whatever is asked. */
  readonly stored?: Inquiry['newestStored'];
  readonly asking?: AskingOptions;
}

export function ask(
  provider: Provider,
  { quote, now, stored = () => undefined, asking = IMPATIENT }: AskOptions,
): Promise<Answer> {
  const requests = new Asking(asking);
  return provider.ask({
    quote,
    now: new Date(now),
    get: (url, options) => requests.get(url, options),
    newestStored: stored,
  });
}

/** The rows of an answer, each as `DATE VALUE/NOMINAL`. */
export function rowsOf(answer: Answer): string[] {
  if (answer.kind === 'unchanged') return [];
  return answer.rates.map(
    ({ date, value, nominal }: RawRate) => `${date} ${value}/${nominal ?? '?'}`,
  );
}
