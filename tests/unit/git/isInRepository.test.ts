import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isInRepository } from '@/lib/git/isInRepository';
import { folderOf } from '../../fixtures/folder';

it('is a folder at the top of a repository, and one below', () => {
  const folder = folderOf({ 'content/articles/a.md': '' });
  mkdirSync(join(folder, '.git'));
  expect(isInRepository(folder)).toBe(true);
  expect(isInRepository(join(folder, 'content', 'articles'))).toBe(true);
});

it('is one that belongs to another working tree, which has a file there', () => {
  const folder = folderOf({});
  writeFileSync(join(folder, '.git'), 'gitdir: /elsewhere');
  expect(isInRepository(folder)).toBe(true);
});

it('is where a link leads, not where the link is', () => {
  const folder = folderOf({ 'repository/content/a.md': '', 'plain/a.md': '' });
  mkdirSync(join(folder, 'repository', '.git'));
  symlinkSync(join(folder, 'repository', 'content'), join(folder, 'linked'));
  symlinkSync(join(folder, 'plain'), join(folder, 'repository', 'out'));
  expect(isInRepository(join(folder, 'linked'))).toBe(true);
  expect(isInRepository(join(folder, 'repository', 'out'))).toBe(false);
});

it('is no plain folder', () => {
  expect(isInRepository(folderOf({ 'a.md': '' }))).toBe(false);
});
