import { expect, it } from 'vitest';
import { noteShown } from '@/lib/publishing/shown';
import { type Handler, render } from '@/lib/server/rendering/render';

it('knows what of the publication a page shows, each page by itself', async () => {
  const handle: Handler = async (request, response) => {
    noteShown(['site']);
    await new Promise((resolve) => setTimeout(resolve, request.url === '/slow' ? 30 : 5));
    noteShown([request.url === '/slow' ? 'rates' : 'page:about']);
    response.end('well');
  };
  const pages = await Promise.all([render(handle, '/slow'), render(handle, '/about')]);
  expect(pages.map(({ shown }) => [...shown])).toEqual([
    ['site', 'rates'],
    ['site', 'page:about'],
  ]);
});

it.each(['/feed.xml', ['/feed.xml']])('knows where an answer leads to: %j', async (location) => {
  const handle: Handler = async (_, response) => {
    response.writeHead(308, { Location: location }).end();
  };
  expect((await render(handle, '/rss.xml')).location).toBe('/feed.xml');
});
