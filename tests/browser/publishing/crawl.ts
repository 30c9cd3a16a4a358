import type { RunningSite } from '@/tests/support/server';
import { textOf } from './newsroom';

const BEGINNINGS = [
  '/',
  '/people',
  '/archive',
  '/corrections',
  '/rates',
  '/atom.xml',
  '/news-sitemap.xml',
  '/sitemap.xml',
];
const AT_ONCE = 4;

/** Every page and document of a site that a link leads to, in order of their paths. */
export async function crawl(site: RunningSite): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const known = new Set(BEGINNINGS);
  const pending = [...known];
  const work = async (): Promise<void> => {
    for (let path = pending.shift(); path !== undefined; path = pending.shift()) {
      const html = await textOf(site, path);
      pages.set(path, timeless(html));
      for (const next of linksIn(html)) {
        if (known.has(next)) continue;
        known.add(next);
        pending.push(next);
      }
    }
  };
  // Those that run dry early begin again with what the others have found.
  while (pending.length > 0) await Promise.all(Array.from({ length: AT_ONCE }, work));
  return new Map([...pages].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Addresses of pages and documents; those of a sitemap and of a head have the site before them. */
const LINK =
  /(?:<a [^>]*href="|<link rel="alternate" [^>]*href="|<loc>)(?:https:\/\/news\.example)?(\/[^"#?<]*)/g;
const PATH = /^\/(?!(?:media|api|islands)\/)[^.]*(?:\.(?:json|md|xml))?$/;

function linksIn(text: string): string[] {
  return [...text.matchAll(LINK)].map(([, path = '']) => path).filter((path) => PATH.test(path));
}

/** A page without what the clock alone changes: labels of dates, and the weight that they have. */
function timeless(html: string): string {
  return html.replace(/<time.*?<\/time>/gs, '').replace(/This page: [\d.]+ kB\s*/, '');
}
