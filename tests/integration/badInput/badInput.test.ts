import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { articleDetail } from '@/lib/archive/queries/article';
import { bodyHtml } from '@/lib/archive/queries/body';
import { diagnostics } from '@/lib/archive/queries/diagnostics';
import { PUBLISHED, TestPublication } from '../../fixtures/publication';
import { slug } from '../../fixtures/slugs';
import { BAD_BODIES, RAW_HTML } from './bodies';
import type { BadInput } from './case';
import { BAD_FIELDS } from './fields';
import { BAD_FILES } from './files';

let publication: TestPublication;

async function syncWith({ write, problems, says }: BadInput): Promise<void> {
  publication = TestPublication.sound();
  write(publication);
  await publication.sync();
  expect(publication.problems()).toEqual(problems);
  if (says !== undefined) expect(diagnostics(publication.database)[0]?.message).toContain(says);
}

const left = (gone: readonly string[] = []) => PUBLISHED.filter((name) => !gone.includes(name));

describe.each([
  ['front matter', BAD_FIELDS],
  ['files', BAD_FILES],
  ['Markdown', BAD_BODIES],
])('bad %s', (_name, cases) => {
  afterEach(() => {
    rmSync(`${publication.folder}-outside.md`, { force: true });
    Reflect.deleteProperty(globalThis, 'saxaulRan');
  });

  it.each(cases)('$name: reported at its place, and the rest is alive', async (bad) => {
    await syncWith(bad);
    expect(publication.slugs()).toEqual(left(bad.gone));
    expect(Reflect.has(globalThis, 'saxaulRan')).toBe(false);
    // What is wrong stays wrong, and is not read or reported twice.
    await publication.sync();
    expect(publication.problems()).toEqual(bad.problems);
  });
});

describe('raw HTML', () => {
  it.each(RAW_HTML)('$name: warned of, left out, and the article stays', async (bad) => {
    await syncWith(bad);
    expect(publication.slugs()).toEqual(['bad', ...PUBLISHED]);
    const html = publication.read((reader) => {
      const detail = articleDetail(reader, slug('bad'));
      return detail === null ? '' : bodyHtml(reader, detail.body);
    });
    expect(html).toMatch(/Before.*after/is);
    expect(html).not.toMatch(/script|alert|onerror|onclick|iframe|style|<img|<b>/i);
  });
});
