import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GitRepository } from '../../fixtures/gitRepository';
import { treeOf } from '../../fixtures/gitTree';
import { TestPublication } from '../../fixtures/publication';
import { SOUND_PUBLICATION } from '../../fixtures/soundPublication';
import { everything } from './everything';
import { history, take } from './steps';

describe('an archive', () => {
  it('that followed every commit is the one that is built anew of the last', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const repository = GitRepository.of(SOUND_PUBLICATION);
        const followed = new TestPublication(repository.folder);
        await followed.syncWith(treeOf(repository));
        for (const step of steps) {
          take(repository, step);
          await followed.syncWith(treeOf(repository));
        }
        const anew = new TestPublication(repository.folder);
        await anew.syncWith(treeOf(repository));
        expect(everything(followed)).toEqual(everything(anew));
      }),
      { numRuns: 15 },
    );
  });
});
