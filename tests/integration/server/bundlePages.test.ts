import { readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { builtPages } from '@/lib/server/app/builtPages';
import { bundlePages } from '@/lib/server/app/bundlePages';
import { folderOf } from '../../fixtures/folder';

const LAYOUT = `
export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}`;
const MANIFEST = `
globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};
globalThis.__RSC_MANIFEST['/page'] = { entryCSSFiles: {
  '[project]/app/layout': [{ path: 'static/all.css', inlined: false }],
  '[project]/app/page': [{ path: 'static/all.css', inlined: false }, { path: 'static/own.css', inlined: false }],
} };`;

/** A program of one page, as Next leaves it once it is built. */
function program(page: string): string {
  const root = folderOf({
    'package.json': '{ "type": "module" }',
    'tsconfig.json': readFileSync('tsconfig.json', 'utf8'),
    'app/layout.tsx': LAYOUT,
    'app/page.tsx': page,
    'app/page.css': 'p { margin: 0 }',
    '.next/server/app/page_client-reference-manifest.js': MANIFEST,
  });
  for (const name of ['lib', 'node_modules']) symlinkSync(resolve(name), join(root, name));
  return root;
}

async function bundle(page: string): Promise<string> {
  const root = program(page);
  await bundlePages({ root, distDir: join(root, '.next'), env: { WORD: 'written' } });
  return root;
}

describe('the bundle of a program', () => {
  it('renders its pages, with the style sheets that Next built for them', async () => {
    const root = await bundle(`
      import './page.css';
      export default () => <p>{process.env.WORD} {process.env.NODE_ENV}</p>;`);
    const render = builtPages(root);
    const rendered = await render('/');
    const html = rendered.kind === 'html' ? rendered.html : rendered.kind;
    expect(html).toContain('<p>written production</p>');
    expect(html.match(/href="[^"]+"/g)).toEqual([
      'href="/_next/static/all.css"',
      'href="/_next/static/own.css"',
    ]);
  });

  it.each([
    ['next/link', `import Link from 'next/link'; export default () => <Link href="/" />;`],
    ['useRouter', `import { useRouter } from 'next/navigation'; export default () => useRouter();`],
    ['useState', `import { useState } from 'react'; export default () => useState(0);`],
  ])('is refused where a page needs what the server does not have: %s', async (name, page) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await expect(bundle(page)).rejects.toThrow(name);
  });
});
