import { vi } from 'vitest';
import { signPreview } from '@/lib/publishing/preview/token';
import { slug } from '@/tests/fixtures/slugs';
import { freePort, type RunningSite, startSite } from '@/tests/support/server';
import { HOST } from './ask';
import { PUBLISH_SECRET } from './deliver';

const SLUG = 'almaty-airport-hostage-trial';
const PREVIEW_SECRET = 'a secret for previews';

export const ARTICLE = `/articles/${SLUG}`;

/** Of browsers. */
export const BROTLI = { 'Accept-Encoding': 'gzip, deflate, br, zstd' };

/** Path of a preview of `ARTICLE` that is good for a day. */
export function previewPath(): string {
  const until = Date.now() + 86_400_000;
  return `/preview/${signPreview(PREVIEW_SECRET, { slug: slug(SLUG), until })}`;
}

/** A server that goes away and comes back, at one port and with what it had. */
export interface ServerBehind {
  readonly port: number;
  readonly address: string;
  readonly start: () => Promise<void>;
  /** Ends it as a failure of power would; resolves when nobody listens any more. */
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts the server, set up as the notes say for one behind a proxy. */
export async function serverBehind(contentDir: string, dataDir: string): Promise<ServerBehind> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const environment = {
    PORT: String(port),
    SITE_URL: `https://${HOST}`,
    TRUSTED_PROXIES: 'loopback',
    PUBLISH_SECRET,
    PREVIEW_SECRET,
  };
  let site: RunningSite = await startSite({ contentDir, dataDir, environment });
  const start = async () => {
    site = await startSite({ contentDir, dataDir, environment });
  };
  const kill = async () => {
    site.kill();
    const isAway = () =>
      fetch(address).then(
        () => false,
        () => true,
      );
    await vi.waitUntil(isAway, 10_000);
  };
  return { port, address, start, kill, stop: () => site.stop() };
}
