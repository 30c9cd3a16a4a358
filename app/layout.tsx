import './globals.css';
import type { Metadata, Viewport } from 'next';
import { EarlyScript } from '@/components/layout/EarlyScript';
import { IslandScript } from '@/components/layout/IslandScript';
import { SiteFooter } from '@/components/layout/SiteFooter';
import { SiteHeader } from '@/components/layout/SiteHeader';
import { CONTENT_ID, SkipLink } from '@/components/layout/SkipLink';
import { Ticker } from '@/components/ticker/Ticker';
import { staticPages } from '@/lib/archive/queries/pages';
import { OPEN_SEARCH_TYPE } from '@/lib/discovery/openSearchAt';
import { routes } from '@/lib/site/routes';
import { DevelopmentTools } from './_site/development/DevelopmentTools';
import { islands } from './_site/islands';
import { load } from './_site/load';
import { navigationLinks } from './_site/navigation';
import { tickerModel } from './_site/ticker';

// A build must not depend on the publication: every page is rendered when it is asked for.
export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const { context } = await load(() => null);
  const { logo } = context.site;
  return {
    icons: {
      icon: logo === null ? routes.icon() : routes.madeIcon('48'),
      apple: routes.touchIcon(),
    },
    manifest: routes.manifest(),
    // Telephone numbers and addresses in articles are not links unless an editor made them so.
    formatDetection: { telephone: false, address: false, email: false },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf7f0' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1826' },
  ],
};

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const { model, context } = await load((reader) => ({
    links: navigationLinks(reader),
    pages: staticPages(reader),
  }));
  const ticker = await tickerModel(context);
  const { early, files } = islands();
  return (
    // The early script marks the root before React would look at it (under Next alone).
    <html lang={context.site.language} suppressHydrationWarning>
      <head>
        <EarlyScript code={early} />
        <link
          rel="search"
          type={OPEN_SEARCH_TYPE}
          href={routes.openSearch()}
          title={context.site.name}
        />
      </head>
      <body>
        <SkipLink context={context} />
        <SiteHeader
          links={model.links}
          ticker={<Ticker quotes={ticker} context={context} />}
          context={context}
        />
        <main id={CONTENT_ID}>{children}</main>
        <SiteFooter pages={model.pages} context={context} />
        {process.env.NODE_ENV === 'development' ? <DevelopmentTools /> : null}
        <IslandScript name="theme" path={routes.island(files.theme)} />
        {context.hosting === 'files' ? null : (
          <IslandScript name="relativeTimes" path={routes.island(files.relativeTimes)} />
        )}
      </body>
    </html>
  );
}
