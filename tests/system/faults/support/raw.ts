import { connect } from 'node:net';

/** Milliseconds after which what came back is all that there is. */
const PATIENCE = 5_000;

/** Sends bytes as they are, closes this side, and gives everything that comes back until the other closes. */
export function sendRaw(port: number, bytes: Buffer | string): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1');
    const end = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(Buffer.concat(chunks).toString('latin1'));
    };
    const timer = setTimeout(end, PATIENCE);
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    // Who is refused in the middle of sending is reset.
    socket.on('error', () => undefined);
    socket.once('close', end);
    socket.once('connect', () => socket.end(bytes));
  });
}

/** The status codes of the answers in what came back. */
export function statusesIn(received: string): number[] {
  return [...received.matchAll(/(?:^|\n|\})HTTP\/1\.[01] (\d{3}) /g)].map(([, code]) =>
    Number(code),
  );
}

const SMUGGLED = 'GET /feed.xml HTTP/1.1\r\nHost: a\r\nX-Smuggled: yes\r\n\r\n';

/** A chunked body that ends, and a request that some would take for the next. */
const CHUNKED = `0\r\n\r\n${SMUGGLED}`;

function post(fields: string, body: string): string {
  return `POST /robots.txt HTTP/1.1\r\nHost: a\r\n${fields}\r\n\r\n${body}`;
}

/**
 * One request each, of which two programs may read different ends (RFC 9112, section 11.2): whoever answers twice, or
 * leaves a part for the next, may be used to put words into somebody else's mouth.
 */
export const SMUGGLING: Readonly<Record<string, string>> = {
  'length and chunks': post(
    `Content-Length: ${CHUNKED.length}\r\nTransfer-Encoding: chunked`,
    CHUNKED,
  ),
  'chunks and length': post('Transfer-Encoding: chunked\r\nContent-Length: 4', CHUNKED),
  'two lengths': post(`Content-Length: 0\r\nContent-Length: ${SMUGGLED.length}`, SMUGGLED),
  'a list of lengths': post(`Content-Length: 0, ${SMUGGLED.length}`, SMUGGLED),
  'a length with a sign': post(`Content-Length: +${SMUGGLED.length}`, SMUGGLED),
  'a negative length': post('Content-Length: -1', SMUGGLED),
  'a space before the colon': post(`Transfer-Encoding : chunked`, CHUNKED),
  'an unknown coding': post('Transfer-Encoding: xchunked', CHUNKED),
  'two codings': post('Transfer-Encoding: chunked\r\nTransfer-Encoding: identity', CHUNKED),
  'chunks before another coding': post('Transfer-Encoding: chunked, gzip', CHUNKED),
  'a folded line': post('X-Folded: a\r\n Transfer-Encoding: chunked\r\nContent-Length: 0', ''),
  'a size of chunk in another notation': post(
    'Transfer-Encoding: chunked',
    `0x0\r\n\r\n${SMUGGLED}`,
  ),
  'a chunk with a line feed in its extension': post(
    'Transfer-Encoding: chunked',
    `5;a\nX\r\nhello\r\n0\r\n\r\n`,
  ),
  'a null byte in a field': post('X-Null: a\0b\r\nContent-Length: 0', ''),
  'a carriage return alone in a field': post('X-Return: a\rTransfer-Encoding: chunked', ''),
  'two hosts': 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
  'no host': 'GET / HTTP/1.1\r\n\r\n',
  'lines that end in a line feed alone': 'GET / HTTP/1.1\nHost: a\n\n',
  'a version of long ago': 'GET /\r\n',
  'a version to come': 'GET / HTTP/3.0\r\nHost: a\r\n\r\n',
  'no method that there is': 'GETT / HTTP/1.1\r\nHost: a\r\n\r\n',
  'a space in the target': 'GET / / HTTP/1.1\r\nHost: a\r\n\r\n',
};

/** Requests that are odd, and none the less one request with one meaning. */
export const ODD: Readonly<Record<string, string>> = {
  'an absolute target': 'GET http://elsewhere.example/about HTTP/1.1\r\nHost: a\r\n\r\n',
  'a target for OPTIONS': 'OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n',
  'a connection to elsewhere': 'CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: a\r\n\r\n',
  'a method of another protocol': 'PROPFIND / HTTP/1.1\r\nHost: a\r\n\r\n',
  'an upgrade': 'GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
  'a way out of the folder': 'GET /../../../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n',
  'an encoded way out': 'GET /%2e%2e/%2e%2e%2f..%2fetc%2fpasswd HTTP/1.1\r\nHost: a\r\n\r\n',
  'a way out of the pictures': 'GET /media/..%2f..%2f..%2fetc%2fpasswd HTTP/1.1\r\nHost: a\r\n\r\n',
  'an encoded null byte': 'GET /media/a%00.png HTTP/1.1\r\nHost: a\r\n\r\n',
  'no encoding that there is': 'GET /%C0%AE%C0%AE/%ff HTTP/1.1\r\nHost: a\r\n\r\n',
  'half an encoding': 'GET /% HTTP/1.1\r\nHost: a\r\n\r\n',
  'an address that is too long': `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
  'a head that is too long': `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'a'.repeat(100_000)}\r\n\r\n`,
  'many fields': `GET / HTTP/1.1\r\nHost: a\r\n${'X: a\r\n'.repeat(3_000)}\r\n`,
  'a body that a page has no use for':
    'GET /about HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello',
};
