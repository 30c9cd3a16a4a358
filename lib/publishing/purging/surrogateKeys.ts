import { createHash } from 'node:crypto';
import type { CdnKind } from '@/lib/site/environment/delivery';
import type { Shown } from '../shown';

/**
 * What an answer in a cache depends on: something of the publication; that there is nothing, or another
 * address; files of the program; or more than there is room to say.
 */
export type Tagged = Shown | 'missing' | 'files' | 'many';

/**
 * Bytes of the field. Bunny takes 1,024; nginx has room for 4,096 in the whole head of an answer as long as
 * nobody sets more; the others take 16 kB.
 */
const ROOM = 1_000;

/** Letters and digits that stay apart where case does not count, as at Cloudflare. */
const LENGTH = 5;
const RADIX = 36;

/**
 * Short name of a thing. There are 60 million; two that meet have a page purged now and then
 * that could have stayed.
 */
export function surrogateKey(thing: Tagged): string {
  const digest = createHash('sha256').update(thing).digest();
  return (digest.readUInt32BE(0) % RADIX ** LENGTH).toString(RADIX).padStart(LENGTH, '0');
}

interface Form {
  readonly name: string;
  readonly separator: string;
}

/** How each cache is told (documentation of the vendors; vmod_xkey(3) of Varnish). */
const FORMS: Readonly<Record<CdnKind, Form | null>> = {
  fastly: { name: 'Surrogate-Key', separator: ' ' },
  cloudflare: { name: 'Cache-Tag', separator: ',' },
  bunny: { name: 'CDN-Tag', separator: ',' },
  varnish: { name: 'xkey', separator: ' ' },
  // Knows answers by their addresses alone.
  purge: null,
};

/** Header field that tells a cache what an answer depends on; null for those that take none. */
export function surrogateField(
  kind: CdnKind,
  things: Iterable<Tagged>,
): readonly [name: string, value: string] | null {
  const form = FORMS[kind];
  if (form === null) return null;
  const value = keysOf(things).join(form.separator);
  const whole = value.length <= ROOM ? value : keysOf(['many']).join(form.separator);
  return [form.name, whole];
}

/** What is to be purged where these things have changed: answers that could not say all, too. */
export function changedKeys(things: Iterable<Shown>): string[] {
  return keysOf([...things, 'missing', 'many']);
}

function keysOf(things: Iterable<Tagged>): string[] {
  // Figures change twice an hour on every page; caches ask again each minute.
  const named = [...things].filter((thing) => thing !== 'rates');
  return [...new Set(named.map(surrogateKey))];
}
