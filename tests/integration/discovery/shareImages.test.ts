import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { drawCard } from '@/lib/discovery/shareImages/draw';
import { bundled } from '@/tests/support/bundled';
import { CARD } from '@/tests/support/shareCards/card';

const NOWHERE = '/nonexistent';

describe('a picture to share', () => {
  it('is the same on a machine without fonts, and says nothing of it', async () => {
    const program = bundled('tests/support/shareCards/hashCard.ts');
    const { stdout, stderr } = spawnSync(process.execPath, [program], {
      encoding: 'utf8',
      // Where fontconfig looks for what it is told of fonts, and where it would keep what it found.
      env: {
        NODE_ENV: 'production',
        FONTCONFIG_FILE: NOWHERE,
        FONTCONFIG_PATH: NOWHERE,
        HOME: NOWHERE,
        XDG_CACHE_HOME: NOWHERE,
        XDG_DATA_HOME: NOWHERE,
      },
    });
    expect(stderr).toBe('');
    const bytes = await drawCard(CARD, 'Courier', null);
    expect(stdout.trim()).toBe(createHash('sha256').update(bytes).digest('hex'));
  });
});
