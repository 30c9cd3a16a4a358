import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { GitRepository } from '../../fixtures/gitRepository';
import { treeOf } from '../../fixtures/gitTree';
import { PUBLISHED, TestPublication } from '../../fixtures/publication';
import { SOUND_PUBLICATION } from '../../fixtures/soundPublication';
import { BAD_BODIES } from './bodies';
import { BAD_FIELDS } from './fields';
import { BAD_FILES } from './files';

/** Git knows of no empty folder; and a commit that deletes everything means it. */
const OTHERWISE = new Set(['a folder that is named like an article', 'an empty publication']);

let publication: TestPublication;

describe.each([
  ['front matter', BAD_FIELDS],
  ['files', BAD_FILES.filter(({ name }) => !OTHERWISE.has(name))],
  ['Markdown', BAD_BODIES],
])('bad %s that comes by a commit', (_name, cases) => {
  afterEach(() => {
    rmSync(`${publication.folder}-outside.md`, { force: true });
    Reflect.deleteProperty(globalThis, 'saxaulRan');
  });

  it.each(cases)('$name: reported at its place, and readers lose nothing', async (bad) => {
    const repository = GitRepository.of(SOUND_PUBLICATION);
    publication = new TestPublication(repository.folder);
    await publication.syncWith(treeOf(repository));
    bad.write(publication);
    repository.commit('Something bad');
    await publication.syncWith(treeOf(repository));
    expect(publication.problems()).toEqual(bad.problems);
    expect(publication.slugs()).toEqual(PUBLISHED);
    expect(Reflect.has(globalThis, 'saxaulRan')).toBe(false);
    const fresh = new TestPublication(repository.folder);
    await fresh.syncWith(treeOf(repository));
    expect(fresh.problems()).toEqual(bad.problems);
    expect(fresh.slugs()).toEqual(PUBLISHED);
  });
});
