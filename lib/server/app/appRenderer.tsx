import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server.browser';
import type { SitePath } from '@/lib/site/routes';
import { headElements } from './head/headElements';
import { type Metadata, readMetadata, readViewport, type Viewport } from './head/schema';
import { NotFoundSignal, RedirectSignal } from './navigation';
import { withRequestCache } from './requestCache';
import { type Match, router } from './router';
import {
  type AppRoute,
  checkExports,
  type Described,
  type PageProps,
  type Sourced,
} from './routes';

/** What the program's pages answer for an address. */
export type RenderedPage =
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'redirect'; readonly status: 307 | 308; readonly location: string }
  | { readonly kind: 'missing' };

/** @param address path in the site's own spelling, with what is used of the query */
export type RenderPage = (address: SitePath) => Promise<RenderedPage>;

const DOCTYPE = '<!DOCTYPE html>';

/**
 * Renders the pages of app/ by react-dom alone: what they are under Next, without what Next's scripts need. A page is
 * rendered in one go, so that one with a part still to come is a fault.
 * @returns rejects with whatever a route file throws
 */
export function appRenderer(routes: readonly AppRoute[]): RenderPage {
  for (const { page, layouts } of routes) {
    for (const file of page === null ? [] : [page, ...layouts]) checkExports(file);
  }
  const find = router(routes);
  return async (address) => {
    const [path = '', search = ''] = address.split('?', 2);
    const match = find(path as SitePath);
    if (match === null) return { kind: 'missing' };
    try {
      return await withRequestCache(() => renderRoute(match, search));
    } catch (error) {
      if (error instanceof NotFoundSignal) return { kind: 'missing' };
      if (!(error instanceof RedirectSignal)) throw error;
      const { status, location } = error;
      return { kind: 'redirect', status, location };
    }
  };
}

async function renderRoute(
  { route, params: given }: Match<AppRoute>,
  search: string,
): Promise<RenderedPage> {
  const { page, layouts, styles } = route;
  if (page === null) return { kind: 'missing' };
  const params = Promise.resolve(given);
  const props: PageProps = { params, searchParams: Promise.resolve(queryValues(search)) };
  let content = await page.module.default(props);
  const head = await headOf(route, props);
  for (const { module } of [...layouts].reverse()) {
    content = await module.default({ params, children: content });
  }
  const html = renderToStaticMarkup(
    <>
      {head}
      {styles.map((href) => (
        <link key={href} rel="stylesheet" href={href} precedence="next" />
      ))}
      {content}
    </>,
  );
  return { kind: 'html', html: DOCTYPE + html };
}

/** What is said nearer to the page takes the place of what is said farther from it, each field as a whole. */
async function headOf({ page, layouts }: AppRoute, props: PageProps): Promise<ReactNode> {
  const { params } = props;
  const said = await Promise.all([
    ...layouts.map((layout) => describe(layout, { params, children: null })),
    ...(page === null ? [] : [describe(page, props)]),
  ]);
  const metadata: Metadata = Object.assign({}, ...said.map((one) => one.metadata));
  const viewport: Viewport = Object.assign({}, ...said.map((one) => one.viewport));
  return headElements(metadata, viewport);
}

async function describe<Props>(
  { file, module }: Sourced<Described<Props>>,
  props: Props,
): Promise<{ readonly metadata: Metadata; readonly viewport: Viewport }> {
  const { metadata, generateMetadata, viewport } = module;
  const said = generateMetadata ? await generateMetadata(props) : metadata;
  return {
    metadata: readMetadata(file, said ?? {}),
    viewport: readViewport(file, viewport ?? {}),
  };
}

/** Parameters of a query; of one that is given several times, all values. */
function queryValues(search: string): Record<string, string | string[]> {
  const given = new URLSearchParams(search);
  return Object.fromEntries(
    [...new Set(given.keys())].map((name) => {
      const [first = '', ...more] = given.getAll(name);
      return [name, more.length === 0 ? first : [first, ...more]];
    }),
  );
}
