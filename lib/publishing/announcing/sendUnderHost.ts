import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';

interface Request {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/**
 * Sends a request without a body to one machine under the name of another, which `fetch` does not do
 * (Fetch Standard, "forbidden request-header").
 * @returns the status of the answer
 * @throws Error where there is none
 */
export function sendUnderHost({ url, method, headers, signal }: Request): Promise<number> {
  const send = url.startsWith('https:') ? overHttps : overHttp;
  return new Promise((resolve, reject) => {
    const request = send(url, { method, headers, signal }, (response) => {
      response.resume();
      response.once('error', reject);
      response.once('end', () => resolve(response.statusCode ?? 0));
    });
    request.once('error', reject);
    request.end();
  });
}
