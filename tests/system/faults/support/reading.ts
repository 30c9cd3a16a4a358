import { PAGES } from '@/tests/browser/support/pages';
import { either } from './form';

const PLAIN = PAGES.filter(({ status, path }) => status === 200 && !path.includes('?'));

/** Pages of every kind, feeds and other documents of the sample publication. */
export const PATHS: readonly string[] = [
  ...PLAIN.map(({ path }) => path),
  '/feed.xml',
  '/atom.xml',
  '/feed.json',
  '/sections/politics/feed.xml',
  '/people/aliya-haidar/feed.xml',
  '/sitemap.xml',
  '/articles/how-an-official-rate-is-set.md',
  '/articles/how-an-official-rate-is-set.json',
];

/** What is made for each reader who asks. */
export const FRESH: readonly string[] = ['/search?q={}', '/search?q={}+rate', '/no/such/page'];

/** Pages take more room than this, in megabytes, so that some are made anew all the time. */
export const SMALL_CACHE = '1';

/** Addresses of pictures that pages show: as the editors gave them, and as the server makes them. */
export async function picturesOf(address: string): Promise<string[]> {
  const html = await (await fetch(`${address}/`)).text();
  const found = [...html.matchAll(/\/media\/[\w./-]+/g)].map(([path]) => path);
  return [...new Set(found)].slice(0, either(4, 16));
}

/** Whether the server makes a picture, in one of its sizes, of one of the content. */
export function isMade(path: string): boolean {
  return /-\d+\.(?:avif|webp)$/.test(path);
}
