import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { undoAtExit } from '../cleanUp';
import type { GeneratedPublication } from '../generate/publication';

/** Within the repository, so that the app finds the packages that are installed there. */
const FOLDER = join('.saxaul', 'bench-static');

/** How the same edit is published by building the whole site: the least app that can do it. */
const CONTENT = `import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import matter from 'gray-matter';
import { remark } from 'remark';
import html from 'remark-html';

const folder = join(process.env.BENCH_CONTENT, 'articles');
let known;

function all() {
  known ??= readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .map((name) => {
      const { data, content } = matter(readFileSync(join(folder, name), 'utf8'), {});
      return { ...data, slug: basename(name, '.md'), content };
    })
    .sort((a, b) => (a.date < b.date ? 1 : -1));
  return known;
}

export const slugs = () => all().map(({ slug }) => ({ slug }));
export const authors = () => unique(all().flatMap((article) => article.authors));
export const sections = () => unique(all().map((article) => article.section));
export const newest = (isIn = () => true) => all().filter(isIn).slice(0, 10);
export const article = (slug) => all().find((one) => one.slug === slug);
export const render = async ({ content }) => String(await remark().use(html).process(content));

function unique(values) {
  return [...new Set(values)].map((slug) => ({ slug }));
}
`;

const LIST = `export function List({ articles }) {
  return <ul>{articles.map(({ slug, title, summary }) => (
    <li key={slug}><a href={'/articles/' + slug}>{title}</a><p>{summary}</p></li>
  ))}</ul>;
}
`;

const ARTICLE = `import { article, render, slugs } from '../../../content.mjs';
export const dynamicParams = false;
export const generateStaticParams = slugs;
export async function generateMetadata({ params }) {
  const { title, summary } = article((await params).slug);
  return { title, description: summary };
}
export default async function Article({ params }) {
  const found = article((await params).slug);
  return <article><h1>{found.title}</h1><p>{found.summary}</p>
    <div dangerouslySetInnerHTML={{ __html: await render(found) }} /></article>;
}
`;

const listPage = (
  names: string,
  isIn: string,
): string => `import { newest, ${names} } from '../../../content.mjs';
import { List } from '../../../list.jsx';
export const dynamicParams = false;
export const generateStaticParams = ${names};
export default async function Page({ params }) {
  const { slug } = await params;
  return <List articles={newest((one) => ${isIn})} />;
}
`;

const FILES: Readonly<Record<string, string>> = {
  'package.json': '{}\n',
  'content.mjs': CONTENT,
  'list.jsx': LIST,
  'app/layout.jsx': `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`,
  'app/page.jsx': `import { newest } from '../content.mjs';
import { List } from '../list.jsx';
export default function Front() { return <List articles={newest()} />; }
`,
  'app/articles/[slug]/page.jsx': ARTICLE,
  'app/people/[slug]/page.jsx': listPage('authors', 'one.authors.includes(slug)'),
  'app/sections/[slug]/page.jsx': listPage('sections', 'one.section === slug'),
};

/**
 * Builds the publication with `next build` as static files: articles in plain Markdown, the front
 * page, and one page for each author and section; no pictures, no styles, no search.
 * @returns milliseconds of one build
 * @throws Error where it does not build, or leaves an article out
 */
export function buildStaticApp(contentDir: string, publication: GeneratedPublication): number {
  const folder = resolve(FOLDER);
  rmSync(folder, { recursive: true, force: true });
  undoAtExit(() => rmSync(folder, { recursive: true, force: true }));
  const files = {
    ...FILES,
    'next.config.mjs': `export default { output: 'export', turbopack: { root: ${JSON.stringify(resolve('.'))} } };\n`,
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const start = performance.now();
  const build = spawnSync(process.execPath, [next, 'build'], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      BENCH_CONTENT: contentDir,
    },
  });
  const elapsed = performance.now() - start;
  if (build.status !== 0) {
    throw new Error(`The static app does not build:\n${build.stdout}${build.stderr}`);
  }
  const absent = publication.articles.find(
    ({ slug }) => !existsSync(join(folder, 'out', 'articles', `${slug}.html`)),
  );
  if (absent) throw new Error(`The static app has no page of ${absent.slug}`);
  return elapsed;
}
