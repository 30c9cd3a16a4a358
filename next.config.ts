import type { NextConfig } from 'next';
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD } from 'next/constants';
import { bundleIslands } from './lib/islands/bundle';
import { bundleExport } from './lib/server/app/bundleExport';
import { bundlePages } from './lib/server/app/bundlePages';
import { writeReadStyles } from './lib/server/finish/styleFiles';
import { routes } from './lib/site/routes';

/** Where documents are, as patterns of paths without the first slash: see lib/discovery/documents.ts. */
const DOCUMENTS = [
  '[\\w-]+\\.(?:xml|json|css|txt|ico|webmanifest)',
  '(?:people|sections|countries|topics)/[\\w-]+/feed\\.(?:xml|json)',
  'articles/[\\w-]+\\.(?:md|json)',
  'sitemaps/[\\w-]+\\.xml',
  'share/[\\w/.-]+\\.jpg',
  'icons/[\\w-]+\\.png',
  'apple-touch-icon\\.png',
  'api/oembed',
];

const config: NextConfig = {
  // Loaded at run time: they hold native code, which a bundler cannot carry.
  serverExternalPackages: ['libsql', 'sharp', 'harfbuzzjs', '@parcel/watcher'],
  // Metadata belongs in the head for everyone; Next would stream it into the body otherwise.
  htmlLimitedBots: /.*/,
  // lib/server compresses what it has finished.
  compress: false,
  poweredByHeader: false,
  devIndicators: false,
  // Types are checked by `npm run test:types`; a reader's machine need not do it to serve.
  typescript: { ignoreBuildErrors: true },
  // For hosts that run Next themselves. Briefly: it cannot be told apart here that a page is a fault.
  headers: async () => [
    {
      source: '/((?!_next/|media/|islands/|api/|rates/\\w+\\.).*)',
      headers: [
        { key: 'Cache-Control', value: 'public, s-maxage=10, stale-while-revalidate=600' },
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
      ],
    },
  ],
  rewrites: async () => [
    { source: '/rates/:file([a-z]{3}\\.(?:csv|json))', destination: '/api/rates/:file' },
    ...DOCUMENTS.map((source) => ({
      source: `/:path(${source})`,
      destination: `${routes.documents()}/:path`,
    })),
  ],
};

/**
 * A build, or a development server, bundles the islands; what serves a build finds them in it. A build also bundles
 * the pages for lib/server, which renders them without Next, and the command that writes them as files.
 */
export default async function withBundles(phase: string): Promise<NextConfig> {
  if (phase !== PHASE_PRODUCTION_BUILD && phase !== PHASE_DEVELOPMENT_SERVER) return config;
  const env = { ISLANDS: JSON.stringify(await bundleIslands(import.meta.dirname)) };
  return {
    ...config,
    env,
    compiler: {
      runAfterProductionCompile: async ({ projectDir: root, distDir }) => {
        await bundlePages({ root, distDir, env });
        await bundleExport({ root, distDir, env });
        writeReadStyles(distDir);
      },
    },
  };
}
