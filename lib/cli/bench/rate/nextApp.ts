import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { undoAtExit } from '../cleanUp';
import { freePort, type RunningServer, startServer } from '../processes';

/** Within the repository, so that the app finds the packages that are installed there. */
const FOLDER = join('.saxaul', 'bench-next');
const PAGE = 'article';

/**
 * Builds and starts an app of one page, prerendered by Next, that shows the same content and the
 * same styles: what `next start` can do at its best.
 * @throws Error where it does not build, or where its answer is not from Next's own cache
 */
export async function startNextApp(html: string, core: number): Promise<RunningServer> {
  const folder = resolve(FOLDER);
  rmSync(folder, { recursive: true, force: true });
  undoAtExit(() => rmSync(folder, { recursive: true, force: true }));
  writeApp(folder, html);
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const build = spawnSync(process.execPath, [next, 'build'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (build.status !== 0)
    throw new Error(`Next's app does not build:\n${build.stdout}${build.stderr}`);
  const port = await freePort();
  const values = [next, 'start', folder, '-p', String(port), '-H', '127.0.0.1'];
  const server = await startServer({ program: process.execPath, values, port, core });
  const { headers } = await fetch(`${server.address}/${PAGE}`);
  if (headers.get('x-nextjs-cache') !== 'HIT') {
    throw new Error(`Next answers "x-nextjs-cache: ${headers.get('x-nextjs-cache')}", not HIT`);
  }
  return server;
}

export const NEXT_PATH = `/${PAGE}`;

function writeApp(folder: string, html: string): void {
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
  const body = /<body>([\s\S]*?)<\/body>/
    .exec(html)?.[1]
    ?.replace(/<script[\s\S]*?<\/script>/g, '');
  if (!body) throw new Error('The article has no body');
  mkdirSync(join(folder, 'app', PAGE), { recursive: true });
  const text = (value: string): string => JSON.stringify(value);
  const files = {
    'package.json': text('{}').slice(1, -1),
    // Compressing anew for every reader is what costs Next most; here a proxy would do it.
    'next.config.mjs': `export default { compress: false, turbopack: { root: ${text(resolve('.'))} } };\n`,
    'app/layout.jsx': [
      'export default function Layout({ children }) {',
      `  return <html lang="en"><head><style dangerouslySetInnerHTML={{ __html: ${text(style)} }} />`,
      '  </head><body>{children}</body></html>;',
      '}\n',
    ].join('\n'),
    'app/page.jsx': 'export default function Home() { return <p>Ready</p>; }\n',
    [`app/${PAGE}/page.jsx`]: [
      "export const dynamic = 'force-static';",
      'export default function Article() {',
      `  return <div dangerouslySetInnerHTML={{ __html: ${text(body)} }} />;`,
      '}\n',
    ].join('\n'),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
}
