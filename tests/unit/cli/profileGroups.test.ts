import { expect, it } from 'vitest';
import { shareByGroup } from '@/lib/cli/bench/profile/groups';

const node = (id: number, functionName: string, url = '') => ({
  id,
  callFrame: { functionName, url },
});

it('shares the time of a thread among what it worked on, without the time that it waited', () => {
  const shares = shareByGroup({
    nodes: [
      node(1, '(idle)'),
      node(
        2,
        'renderToHTML',
        'file:///srv/node_modules/next/dist/compiled/next-server/app-page.js',
      ),
      node(3, 'parse', 'file:///srv/node_modules/htmlparser2/dist/Parser.js'),
      node(4, '(garbage collector)'),
      node(5, 'finishHtml', 'file:///srv/.saxaul/start.mjs'),
      node(6, 'all', 'file:///srv/node_modules/libsql/index.js'),
      node(7, 'Article', '/srv/.next/server/chunks/ssr/page.js'),
    ],
    samples: [1, 2, 2, 3, 4, 5, 6, 7],
    timeDeltas: [1000, 30, 10, 20, 10, 10, 10, 10],
  });
  expect(shares).toEqual([
    ["Next's runtime, with React in it", 0.4],
    ['finishing: HTML and styles', 0.2],
    ['garbage collection', 0.1],
    ['our server', 0.1],
    ['SQLite', 0.1],
    ['pages and the packages bundled with them', 0.1],
  ]);
});
