import { createElement, type ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { appRenderer } from '@/lib/server/app/appRenderer';
import { notFound, permanentRedirect } from '@/lib/server/app/navigation';
import { Suspense } from '@/lib/server/app/react';
import { cache } from '@/lib/server/app/requestCache';
import type { LayoutModule, PageModule } from '@/lib/server/app/routes';

const layout: LayoutModule = {
  default: ({ children }) => (
    <html lang="en">
      {createElement('head', null, <link rel="search" href="/opensearch.xml" />)}
      <body>{children}</body>
    </html>
  ),
};

interface Given {
  readonly layout?: Partial<LayoutModule>;
  readonly styles?: readonly string[];
}

function rendererOf(page: PageModule, given: Given = {}) {
  return appRenderer([
    {
      segments: ['people', '[slug]'],
      page: { file: 'app/people/[slug]/page.tsx', module: page },
      layouts: [{ file: 'app/layout.tsx', module: { ...layout, ...given.layout } }],
      styles: given.styles ?? [],
    },
    { segments: ['api'], page: null, layouts: [], styles: [] },
  ]);
}

async function htmlOf(page: PageModule, given: Given = {}): Promise<string> {
  const rendered = await rendererOf(page, given)('/people/aliya');
  return rendered.kind === 'html' ? rendered.html : rendered.kind;
}

const saying = (text: ReactNode): PageModule => ({ default: () => <p>{text}</p> });

/** The head but for what every head has. */
function headOf(html: string): string {
  return /initial-scale=1"\/>(.*)<link rel="search"/.exec(html)?.[1] ?? html;
}

describe('a page', () => {
  it('stands in its layouts, with its style sheets before all else of the head', async () => {
    expect(await htmlOf(saying('Hello & welcome'), { styles: ['/_next/a.css'] })).toBe(
      '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>' +
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>' +
        '<link rel="stylesheet" href="/_next/a.css" data-precedence="next"/>' +
        '<link rel="search" href="/opensearch.xml"/></head>' +
        '<body><p>Hello &amp; welcome</p></body></html>',
    );
  });

  it('is given what stands in its address', async () => {
    const render = rendererOf({
      default: async ({ params, searchParams }) => (
        <p>{JSON.stringify([await params, await searchParams])}</p>
      ),
    });
    const rendered = await render('/people/a%20b?q=x+y&q=z&r=');
    const text = '[{"slug":"a%20b"},{"q":["x y","z"],"r":""}]'.replaceAll('"', '&quot;');
    expect(rendered).toMatchObject({ kind: 'html', html: expect.stringContaining(text) });
  });

  it('reads once what its head and it share', async () => {
    let times = 0;
    const find = cache(async () => ++times);
    const html = await htmlOf({
      generateMetadata: async () => ({ title: `${await find()}` }),
      default: async () => <p>{await find()}</p>,
    });
    expect(html).toContain('<title>1</title>');
    expect(html).toContain('<p>1</p>');
  });

  it.each([
    ['missing', () => notFound(), { kind: 'missing' }],
    [
      'moved',
      () => permanentRedirect('/people'),
      { kind: 'redirect', status: 308, location: '/people' },
    ],
  ] as const)('may be %s', async (_, page, expected) => {
    expect(await rendererOf({ default: page })('/people/aliya')).toEqual(expected);
  });

  it.each(['/none', '/api'] as const)('is missing at %s', async (path) => {
    expect(await rendererOf(saying(''))(path)).toEqual({ kind: 'missing' });
  });
});

describe('a head', () => {
  it('has what is nearest to the page, each field as a whole', async () => {
    const html = await htmlOf(
      {
        ...saying(''),
        metadata: { title: 'A page', formatDetection: { email: false }, robots: undefined },
      },
      {
        layout: {
          metadata: { title: 'A site', formatDetection: { telephone: false }, manifest: '/m' },
          viewport: { themeColor: [{ media: 'print', color: '#fff' }] },
        },
      },
    );
    expect(headOf(html)).toBe(
      '<meta name="theme-color" content="#fff" media="print"/><title>A page</title>' +
        '<link rel="manifest" href="/m"/><meta name="format-detection" content="email=no"/>',
    );
  });

  it.each([
    [{ metadata: { keywords: ['a'] } }, 'keywords'],
    [{ metadata: { robots: { index: true, follow: true, noarchive: true } } }, 'robots'],
    [{ generateMetadata: async () => ({ twitter: { card: 'summary', title: 'x' } }) }, 'title'],
    [{ metadata: { title: { template: '%s' } } }, 'title'],
    [{ viewport: { width: 320 } }, 'width'],
  ] as const)('refuses what it would not write: %j', async (said, name) => {
    const rendering = htmlOf({ ...saying(''), ...said });
    await expect(rendering).rejects.toThrow(
      /of app\/people\/\[slug\]\/page\.tsx cannot be written/,
    );
    await expect(rendering).rejects.toThrow(name);
  });
});

describe('what cannot be sent whole', () => {
  const never = new Promise<string>(() => undefined);
  const Late = async () => <p>{await never}</p>;

  it('is a fault: a component that is not done', async () => {
    // As React types them, components may be asynchronous.
    await expect(htmlOf(saying(<Late />))).rejects.toThrow('suspended');
  });

  it('is a fault: a boundary, even one with nothing to wait for', async () => {
    await expect(htmlOf(saying(<Suspense />))).rejects.toThrow('use no Suspense boundary');
  });

  it('is a fault: what a component throws', async () => {
    const Broken = () => {
      throw new Error('broken');
    };
    await expect(htmlOf(saying(<Broken />))).rejects.toThrow('broken');
  });
});

describe('a route file', () => {
  it.each([
    [{ revalidate: 60 }, 'exports "revalidate"'],
    [{ generateStaticParams: () => [] }, 'exports "generateStaticParams"'],
    [{ dynamic: 'force-static' }, '"dynamic" says otherwise'],
  ])('is refused for what Next would heed: %j', (exported, message) => {
    expect(() => rendererOf({ ...saying(''), ...exported })).toThrow(message);
  });
});
