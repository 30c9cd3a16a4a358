import { log } from '@/lib/log/log';
import { RateStore } from '@/lib/rates/store/rateStore';
import type { Environment } from '@/lib/site/environment';

/** Null where there is no file to be had: rates are never worth a site that does not start. */
export function openRates({ ratesFile: path }: Environment): RateStore | null {
  try {
    return RateStore.open(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.error(`${path} cannot be used (${reason}); until the next start rates are not kept.`);
    return null;
  }
}
