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
      node(2, 'renderElement', 'file:///srv/.next/saxaul/pages.cjs'),
      node(3, 'subtokenize', 'file:///srv/node_modules/micromark-util-subtokenize/index.js'),
      node(4, '(garbage collector)'),
      node(5, 'finishHtml', 'file:///srv/.saxaul/start.mjs'),
      node(6, 'all', 'file:///srv/node_modules/libsql/index.js'),
      node(7, 'format', 'file:///srv/node_modules/date-fns/format.js'),
    ],
    samples: [1, 2, 2, 3, 4, 5, 6, 7],
    timeDeltas: [1000, 30, 10, 20, 10, 10, 10, 10],
  });
  expect(shares).toEqual([
    ['pages, with queries and React', 0.4],
    ['parsing and writing Markdown', 0.2],
    ['garbage collection', 0.1],
    ['our server, with finishing', 0.1],
    ['SQLite', 0.1],
    ['other packages', 0.1],
  ]);
});
