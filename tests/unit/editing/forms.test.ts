import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { textOf } from './files';

const FOLDER = resolve(import.meta.dirname, '../../../docs/forms');

it('every picture of a form stands in the guide, after an example, and is small', () => {
  const guide = textOf('docs/editors.md');
  const shown = [...guide.matchAll(/```\n\n!\[[^\]]+\]\(forms\/([a-z-]+\.png)\)/g)];
  expect(shown.map(([, name]) => name).sort()).toEqual(readdirSync(FOLDER).sort());
  for (const name of readdirSync(FOLDER)) {
    expect(statSync(join(FOLDER, name)).size).toBeLessThan(25_000);
  }
});
