import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FRAMEWORK } from '@/lib/server/finish/buildAddress';
import { styleReader, writeReadStyles } from '@/lib/server/finish/styleFiles';
import { styleSheet } from '@/lib/server/finish/styleSheet';
import { folderOf } from '../../fixtures/folder';

const ADDRESS = `${FRAMEWORK}static/chunks/all.css`;
const USED = new Set(['p', '.a']);

/** A built site of one style sheet, which no other test has: they are kept by their text. */
function builtSite(css: string): { readonly root: string; readonly notes: string } {
  const root = folderOf({ '.next/static/chunks/all.css': css, '.next/static/all.js': '' });
  writeReadStyles(join(root, '.next'));
  return { root, notes: join(root, '.next', 'saxaul', 'styles.json') };
}

describe('style sheets of a build', () => {
  it('are taken as they were read when it was made', () => {
    const { root } = builtSite('p{color:var(--one);--one:red}.b{x:1}@media print{.a{x:2}}');
    const css = styleReader(root)(ADDRESS);
    expect(css).toBe(readFileSync(join(root, '.next/static/chunks/all.css'), 'utf8'));
    expect(styleSheet([css]).usedBy(USED)).toBe(
      'p{color:var(--one);--one:red}@media print{.a{x:2}}',
    );
  });

  it('are not read again', () => {
    const { root, notes } = builtSite('p{x:4}');
    writeFileSync(notes, JSON.stringify([{ css: 'p{x:4}', items: [] }]));
    expect(styleSheet([styleReader(root)(ADDRESS)]).usedBy(USED)).toBe('');
  });

  it('are not read again where a page has several', () => {
    const { root, notes } = builtSite('p{x:5}');
    const sheets = ['p{x:5}', 'p{x:6}'];
    writeFileSync(notes, JSON.stringify(sheets.map((css) => ({ css, items: [] }))));
    styleReader(root)(ADDRESS);
    expect(styleSheet(sheets).usedBy(USED)).toBe('');
  });

  it('are read where no build has', () => {
    const { root, notes } = builtSite('p{x:3}');
    rmSync(notes);
    expect(styleSheet([styleReader(root)(ADDRESS)]).usedBy(USED)).toBe('p{x:3}');
  });
});
