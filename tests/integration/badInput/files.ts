import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { PUBLISHED } from '../../fixtures/publication';
import { article, type BadInput, DAM, LEVELS, NEW, REKA, VOTE } from './case';

const AIGERIM = 'authors/aigerim-bekova.md';

/** Faults of files as files. */
export const BAD_FILES: readonly BadInput[] = [
  {
    name: 'two files with one slug',
    write: (on) => on.write('articles/2026/03/dam-opens.md', article()),
    problems: ['articles/2026/03/dam-opens.md:1:1 error duplicate-slug'],
    says: `belongs to ${DAM}`,
  },
  {
    name: 'a symbolic link out of the publication, to an article',
    write: (on) => {
      const outside = `${on.folder}-outside.md`;
      on.write('stray.md', article());
      on.rename('stray.md', `../${outside.slice(outside.lastIndexOf('/') + 1)}`);
      symlinkSync(outside, on.path(NEW));
    },
    problems: [`${NEW}:1:1 error symbolic-link`],
  },
  {
    name: 'a symbolic link out of the publication, to a folder',
    write: (on) => symlinkSync('/etc', on.path('articles/2026/04')),
    problems: ['articles/2026/04:1:1 error symbolic-link'],
  },
  {
    name: 'a picture that is a symbolic link',
    write: (on) => {
      on.remove('media/river.png');
      symlinkSync('aigerim.png', on.path('media/river.png'));
    },
    problems: [`${LEVELS}:10:8 error unknown-media`, 'media/river.png:1:1 error symbolic-link'],
    gone: ['river-levels'],
  },
  {
    name: 'an article of 5 MB',
    write: (on) => on.write(NEW, article('word '.repeat(1_000_000))),
    problems: [`${NEW}:1:1 error file-too-large`],
    says: 'The file is 5.0 MB',
  },
  {
    name: 'invalid UTF-8',
    write: (on) =>
      on.write(NEW, Buffer.concat([Buffer.from(article('Пр').trimEnd()), Buffer.of(0xcf, 0xf0)])),
    problems: [`${NEW}:9:3 error invalid-utf8`],
  },
  {
    name: 'a NUL byte',
    write: (on) => on.edit(VOTE, 'voted after', 'voted \0after'),
    problems: [`${VOTE}:11:19 error nul-byte`],
    gone: ['budget-vote'],
  },
  {
    name: 'an empty file',
    write: (on) => on.write(NEW, ''),
    problems: [`${NEW}:1:1 error empty-file`],
  },
  {
    name: 'a file name with a space',
    write: (on) => on.write('articles/2026/03/my article.md', article()),
    problems: ['articles/2026/03/my article.md:1:1 error file-name'],
  },
  {
    name: 'a file name in upper case',
    write: (on) => on.write('articles/2026/03/My-Article.md', article()),
    problems: ['articles/2026/03/My-Article.md:1:1 error file-name'],
  },
  {
    name: 'an extension in upper case',
    write: (on) => on.write('articles/2026/03/bad.MD', article()),
    problems: ['articles/2026/03/bad.MD:1:1 error file-name'],
  },
  {
    name: 'an article outside of a month',
    write: (on) => on.write('articles/bad.md', article()),
    problems: ['articles/bad.md:1:1 error file-place'],
  },
  {
    name: 'a folder that is named like an article',
    write: (on) => mkdirSync(on.path(NEW)),
    problems: [`${NEW}:1:1 error unreadable-file`],
  },
  {
    name: 'a picture that is none',
    write: (on) => on.write('media/river.png', '<script>alert(1)</script>'),
    problems: ['media/river.png:1:1 error media-unreadable'],
  },
  {
    name: 'a picture of a kind that can hold scripts',
    write: (on) => on.write('media/map.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'),
    problems: ['media/map.svg:1:1 error media-type'],
  },
  {
    name: 'a broken author profile',
    write: (on) => on.edit(AIGERIM, 'name: Aigerim Bekova', 'name: [Aigerim'),
    problems: [`${AIGERIM}:3:1 error yaml-syntax`],
  },
  {
    name: 'a page at an address of the site',
    write: (on) => on.write('pages/people.md', '---\ntitle: Us\n---\n\nText.\n'),
    problems: ['pages/people.md:1:1 error reserved-address'],
  },
  {
    name: 'a broken site.yml',
    write: (on) => on.edit('site.yml', 'language: en', 'constructor: en'),
    problems: ['site.yml:1:1 error missing-field', 'site.yml:3:1 error unknown-field'],
    says: 'language: this field is required.',
  },
  {
    name: 'a site.yml in another encoding',
    write: (on) => on.write('site.yml', Buffer.from('name: Steppe\n', 'utf16le')),
    problems: ['site.yml:1:2 error nul-byte'],
  },
  {
    name: 'a file of the site that is named like a part of every object',
    write: (on) => on.write('constructor', 'x'),
    problems: [],
  },
  {
    name: 'a broken entry of redirects.yml',
    write: (on) => on.edit('redirects.yml', 'to: /about', 'too: /about'),
    problems: ['redirects.yml:1:3 error invalid-field', 'redirects.yml:2:3 error unknown-field'],
  },
  {
    name: 'an empty publication',
    write: (on) => {
      for (const name of readdirSync(on.folder)) on.remove(name);
    },
    problems: ['sections.yml:1:1 error sections-missing', 'site.yml:1:1 error site-missing'],
    gone: PUBLISHED,
  },
  {
    name: 'line ends of Windows, and byte order marks, which are fine',
    write: (on) => {
      for (const path of [LEVELS, REKA, VOTE, AIGERIM, 'site.yml', 'sections.yml', 'front.yml']) {
        on.write(path, `\uFEFF${on.text(path).replaceAll('\n', '\r\n')}`);
      }
    },
    problems: [],
  },
];
