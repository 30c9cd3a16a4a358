import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleData } from '@/lib/discovery/articles/articleData';

const PAGE = resolve(import.meta.dirname, '../../../../docs/machine-readable.md');

describe('the fields of an article as data', () => {
  it('are all described, in their order, and no others', () => {
    const [, chapter = ''] = readFileSync(PAGE, 'utf8').split('\n## Data\n');
    const [table = ''] = chapter.split('\n## ');
    const described = [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, names = '']) =>
      [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name),
    );
    expect(described).toEqual(Object.keys(articleData.shape));
  });
});
