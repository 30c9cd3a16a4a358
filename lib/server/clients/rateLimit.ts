import { LRUCache } from 'lru-cache';
import type { Ip } from '@/lib/site/ipRanges';

const MINUTE = 60_000;

interface RateLimitOptions {
  readonly perMinute: number;
  /** How many clients are remembered; those who asked longest ago are forgotten first. */
  readonly maxClients?: number;
  /** Milliseconds of a clock that is never set. */
  readonly now?: () => number;
}

/**
 * So many a minute for each client, all of them at once if need be: a token bucket, of which only
 * the moment is kept at which it will be full again (generic cell rate algorithm, ITU-T I.371).
 */
export class RateLimit {
  readonly #interval: number;
  readonly #now: () => number;
  readonly #fullAt: LRUCache<string, number>;

  constructor({ perMinute, maxClients = 20_000, now = () => performance.now() }: RateLimitOptions) {
    this.#interval = MINUTE / perMinute;
    this.#now = now;
    this.#fullAt = new LRUCache({ max: maxClients });
  }

  /** Milliseconds until the client has one more; 0 where it has one now. */
  wait(client: string): number {
    const now = this.#now();
    return Math.max(0, this.#fullAtOf(client, now) + this.#interval - MINUTE - now);
  }

  /** Takes one from the client, whether or not it has any left. */
  charge(client: string): void {
    const now = this.#now();
    const fullAt = this.#fullAtOf(client, now) + this.#interval;
    // Who goes on asking while refused need not wait longer for it.
    this.#fullAt.set(client, Math.min(fullAt, now + MINUTE));
  }

  #fullAtOf(client: string, now: number): number {
    return Math.max(now, this.#fullAt.get(client) ?? now);
  }
}

/** Bytes of an IPv6 address that name a customer's network; the rest is the customer's own choice. */
const NETWORK_BYTES = 8;

/** What a limit knows a client by: its address, or the /64 network of an IPv6 address. */
export function limitKey(address: Ip): string {
  if (address.kind() === 'ipv4') return address.toString();
  return Buffer.from(address.toByteArray().slice(0, NETWORK_BYTES)).toString('hex');
}
