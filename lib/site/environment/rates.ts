import * as z from 'zod';
import { secondsOrOff } from './durations';

/** Scheme, host and port of a provider of rates; a path would be lost. */
const origin = z
  .url({ protocol: /^https?$/, abort: true })
  .refine((text) => new URL(text).pathname === '/' && new URL(text).search === '', {
    error: 'must be scheme, host and port alone, such as http://127.0.0.1:8080',
  })
  .optional();

export const ratesSchema = {
  RATES_REFRESH: secondsOrOff.default(1800),
  RATES_FRANKFURTER_URL: origin,
  RATES_NBK_URL: origin,
  RATES_NBKR_URL: origin,
  RATES_NBT_URL: origin,
  RATES_CBU_URL: origin,
  RATES_CBT_URL: origin,
  RATES_FAWAZAHMED0_URL: origin,
  RATES_FAWAZAHMED0_FALLBACK_URL: origin,
};

export interface RatesEnvironment {
  /** Milliseconds between two refreshes; null where rates are not fetched. */
  readonly interval: number | null;
  /** What takes the place of the providers' own scheme, host and port. */
  readonly addresses: {
    readonly frankfurter: string | undefined;
    readonly nbk: string | undefined;
    readonly nbkr: string | undefined;
    readonly nbt: string | undefined;
    readonly cbu: string | undefined;
    readonly cbt: string | undefined;
    readonly fawazahmed0: string | undefined;
    readonly fawazahmed0Fallback: string | undefined;
  };
}

type RatesSettings = z.output<z.ZodObject<typeof ratesSchema>>;

export function ratesEnvironment(read: RatesSettings): RatesEnvironment {
  return {
    interval: read.RATES_REFRESH === 'off' ? null : read.RATES_REFRESH * 1000,
    addresses: {
      frankfurter: read.RATES_FRANKFURTER_URL,
      nbk: read.RATES_NBK_URL,
      nbkr: read.RATES_NBKR_URL,
      nbt: read.RATES_NBT_URL,
      cbu: read.RATES_CBU_URL,
      cbt: read.RATES_CBT_URL,
      fawazahmed0: read.RATES_FAWAZAHMED0_URL,
      fawazahmed0Fallback: read.RATES_FAWAZAHMED0_FALLBACK_URL,
    },
  };
}
