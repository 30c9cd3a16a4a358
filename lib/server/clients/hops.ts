import { type Ip, readIp } from '@/lib/site/ipRanges';

/** One entry of a list of forwarders; null where it is no address, such as `unknown`. */
export type Hop = Ip | null;

/** The addresses of `X-Forwarded-For`, the client's own first; some proxies write ports too. */
export function forwardedForHops(field: string): Hop[] {
  return field.split(',').map((entry) => readNode(entry.trim()));
}

const ELEMENT = /(?:"(?:[^"\\]|\\.)*"|[^",])+/g;
const FOR = /(?:^|;)\s*for=(?:"((?:[^"\\]|\\.)*)"|([^";,\s]*))\s*(?=;|$)/i;

/** The `for` of each element of `Forwarded` (RFC 7239, sections 4 and 6), the client's own first. */
export function forwardedHops(field: string): Hop[] {
  return (field.match(ELEMENT) ?? []).map((element) => {
    const [, quoted, token] = FOR.exec(element.trim()) ?? [];
    return readNode((quoted?.replace(/\\(.)/g, '$1') ?? token ?? '').trim());
  });
}

const BRACKETED = /^\[([^\]]+)\](?::\d{1,5})?$/;
const WITH_PORT = /^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/;

function readNode(text: string): Hop {
  const bare = BRACKETED.exec(text)?.[1] ?? WITH_PORT.exec(text)?.[1] ?? text;
  return readIp(bare);
}
