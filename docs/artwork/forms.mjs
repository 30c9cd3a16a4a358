/**
 * Takes a picture of every form of Markdown in docs/editors.md, as readers see it: of each block
 * ```markdown that a picture of docs/forms/ follows. `node docs/artwork/forms.mjs [NAME...]`
 * renders with the site's own renderer and styles. Needs Chromium (CHROMIUM_PATH or the system's).
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import tailwind from '@tailwindcss/postcss';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import postcss from 'postcss';
import sharp from 'sharp';

const GUIDE = 'docs/editors.md';
const FORM =
  /^(`{3,})markdown\n((?:(?!\1$)[^\n]*\n)*?)\1\n\n!\[[^\]]*\]\(forms\/([a-z-]+)\.png\)/gm;
/** A bridge in few flat colours stands in for the pictures that the examples name. */
const SAMPLE = { width: 1400, height: 560 };
const BRIDGE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1400 560">
  <path fill="#a6cfcb" d="M0 0h1400v560H0z"/><path fill="#4da3a2" d="M0 330 380 120 800 330z"/>
  <path fill="#0f5c60" d="M620 330 1040 170 1400 330z"/><path fill="#0e7f86" d="M0 330h1400v230H0z"/>
  <path fill="none" stroke="#f3eadb" stroke-width="26"
    d="M0 290h1400M140 430V300M420 430V300M700 430V300M980 430V300M1260 430V300"/></svg>`;
const LARGEST_BYTES = 25_000;

const LABELS = {
  footnotes: 'Notes',
  backToText: 'Back to the text, note',
  table: 'Table',
  externalEmbed: (host) => `Open on ${host}`,
};

const renderBody = await loadRenderer();
const styles = await compileStyles();

const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome']
  .filter(Boolean)
  .find(existsSync);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({
  viewport: { width: 640, height: 400 },
  deviceScaleFactor: 2,
  colorScheme: 'light',
});
await page.route('http://forms.test/**', (route) =>
  route.request().resourceType() === 'image'
    ? route.fulfill({ body: BRIDGE, contentType: 'image/svg+xml' })
    : route.fulfill({ body: '<!doctype html>', contentType: 'text/html' }),
);
// An address that addresses in the examples can be relative to.
await page.goto('http://forms.test/');
mkdirSync('docs/forms', { recursive: true });
const wanted = process.argv.slice(2);
for (const [, , source = '', name = ''] of readFileSync(GUIDE, 'utf8').matchAll(FORM)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  await page.setContent(documentOf(source), { waitUntil: 'networkidle' });
  const shot = await page.locator('main').screenshot({ animations: 'disabled' });
  const file = `docs/forms/${name}.png`;
  const { size } = await sharp(shot).png({ palette: true, colours: 32, effort: 10 }).toFile(file);
  console.log(`${file} ${size} bytes`);
  if (size > LARGEST_BYTES) throw new Error(`${file} has more than ${LARGEST_BYTES} bytes`);
}
await browser.close();

function documentOf(source) {
  const body = renderBody(source, {
    lang: 'en',
    labels: LABELS,
    picture: (path) => ({
      src: `/${path}`,
      name: path.slice('media/'.length),
      ...SAMPLE,
      hash: '0'.repeat(64),
      tint: null,
    }),
    money: () => ({ text: '(about $27.4m, converted)', title: 'An example' }),
  });
  return `<!doctype html><html lang="en"><head><style>${styles}
    main { flex: none; padding: 1rem; } html, body { min-height: 0; }
    .prose > :first-child { margin-block-start: 0 !important; }
    .prose > :last-child { margin-block-end: 0 !important; }</style></head>
    <body><main><div class="article-body prose">${body}</div></main></body></html>`;
}

/** The renderer is TypeScript, which Node 20 does not run. */
async function loadRenderer() {
  const outfile = join('.saxaul', 'forms.mjs');
  await build({
    entryPoints: ['lib/content/markdown/index.ts'],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
  });
  const module = await import(pathToFileURL(outfile).href);
  return module.renderBody;
}

async function compileStyles() {
  const from = 'app/globals.css';
  const result = await postcss([tailwind()]).process(readFileSync(from, 'utf8'), { from });
  return result.css;
}
