import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listContent } from '@/lib/content/files';
import { folderOf } from '../../fixtures/folder';

function list(...paths: string[]) {
  const { files, diagnostics } = listContent(
    folderOf(Object.fromEntries(paths.map((path) => [path, 'x']))),
  );
  return {
    files: files.map(({ kind, path }) => `${kind} ${path}`),
    problems: diagnostics.map(
      ({ file, line, column, severity, rule }) => `${file}:${line}:${column} ${severity} ${rule}`,
    ),
  };
}

describe('listContent', () => {
  it('knows every kind of file by its place, in the order of paths', () => {
    expect(
      list(
        'site.yml',
        'sections.yml',
        'redirects.yml',
        'front.yml',
        'pages/about.md',
        'media/2026/River View.JPG',
        'authors/aigerim-bekova.md',
        'articles/2026/12/dam.md',
        'articles/2026/02/river-levels.md',
      ),
    ).toEqual({
      files: [
        'article articles/2026/02/river-levels.md',
        'article articles/2026/12/dam.md',
        'author authors/aigerim-bekova.md',
        'front front.yml',
        'media media/2026/River View.JPG',
        'page pages/about.md',
        'redirects redirects.yml',
        'sections sections.yml',
        'site site.yml',
      ],
      problems: [],
    });
  });

  it('passes over what belongs to others', () => {
    expect(
      list(
        'README.md',
        'rates/bank.csv',
        'rates/notes.md',
        'schemas/article.json',
        'notes/plan.md',
        'articles/2026/01/data.csv',
        'articles/.draft.md',
        '.git/config',
        'media/.DS_Store',
        'constructor',
        'toString',
      ),
    ).toEqual({ files: [], problems: [] });
  });

  it.each([
    'articles/2026/11/River Levels.md',
    'articles/2026/11/river levels.md',
    'articles/2026/11/River.md',
    'articles/2026/11/river.MD',
    'articles/2026/11/река.md',
    'articles/2026/11/river_levels.md',
    'articles/2026/11/river--levels.md',
    'authors/Aigerim.md',
    'pages/über-uns.md',
  ])('refuses the name of %s', (path) => {
    expect(list(path)).toEqual({ files: [], problems: [`${path}:1:1 error file-name`] });
  });

  it.each([
    'articles/river.md',
    'articles/2026/river.md',
    'articles/2026/13/river.md',
    'articles/2026/00/river.md',
    'articles/26/01/river.md',
    'articles/2026/01/deep/river.md',
    'authors/staff/aigerim.md',
    'pages/en/about.md',
  ])('refuses the place of %s', (path) => {
    expect(list(path)).toEqual({ files: [], problems: [`${path}:1:1 error file-place`] });
  });

  it('follows no symbolic link, neither to a file nor to a folder', () => {
    const outside = folderOf({ 'secret.md': 'x', 'authors/a.md': 'x' });
    const inside = folderOf({ 'pages/about.md': 'x' });
    symlinkSync(join(outside, 'secret.md'), join(inside, 'pages/secret.md'));
    symlinkSync(join(outside, 'authors'), join(inside, 'authors'));
    symlinkSync('about.md', join(inside, 'pages/us.md'));
    symlinkSync('nowhere', join(inside, 'pages/gone.md'));
    const { files, diagnostics } = listContent(inside);
    expect(files.map(({ path }) => path)).toEqual(['pages/about.md']);
    expect(diagnostics.map(({ file, rule }) => `${file} ${rule}`).sort()).toEqual([
      'authors symbolic-link',
      'pages/gone.md symbolic-link',
      'pages/secret.md symbolic-link',
      'pages/us.md symbolic-link',
    ]);
  });

  it('may itself be reached by a link', () => {
    const real = folderOf({ 'pages/about.md': 'x' });
    const link = join(folderOf({}), 'content');
    symlinkSync(real, link);
    expect(listContent(link)).toMatchObject({ root: real, files: [{ path: 'pages/about.md' }] });
  });

  it('takes a folder that is named like an article for one, so that it is reported', () => {
    const folder = folderOf({});
    mkdirSync(join(folder, 'articles/2026/11/river.md'), { recursive: true });
    expect(listContent(folder).files).toEqual([
      { path: 'articles/2026/11/river.md', kind: 'article' },
    ]);
  });

  it('refuses a folder that does not exist', () => {
    expect(() => listContent(join(folderOf({}), 'missing'))).toThrow('ENOENT');
  });
});
