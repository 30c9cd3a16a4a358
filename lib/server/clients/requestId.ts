import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Client } from './clientAddress';

/** What proxies send: a UUID, a ULID, a trace; nothing that could mislead in a log. */
const SANE = /^[\w.:=@+/-]{8,128}$/;

/** Gives a request its name, the same one each time. */
export type RequestId = (request: IncomingMessage) => string;

/**
 * Names requests when somebody asks for the name: the name that a trusted proxy gave, else one of
 * its own. Most requests never need one.
 */
export function requestNamer(find: (request: IncomingMessage) => Client): RequestId {
  const names = new WeakMap<IncomingMessage, string>();
  return (request) => {
    const known = names.get(request);
    if (known !== undefined) return known;
    const given = request.headers['x-request-id'];
    const isGiven = typeof given === 'string' && SANE.test(given) && find(request).isForwarded;
    const name = isGiven ? given : randomUUID();
    names.set(request, name);
    return name;
  };
}
