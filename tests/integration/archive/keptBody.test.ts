import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { bodyHtml } from '@/lib/archive/queries/body';
import { keptBodyHtml } from '@/lib/archive/queries/keptBody';
import { renderBody } from '@/lib/content/markdown';
import { TestPublication } from '../../fixtures/publication';

// Test files share their modules: this one loads its own, and leaves none behind.
vi.hoisted(() => vi.resetModules());
vi.mock('@/lib/content/markdown', { spy: true });
afterAll(() => {
  vi.doUnmock('@/lib/content/markdown');
  vi.resetModules();
});

const MARKDOWN = 'The gauge stands still.\n\n![Banks](media/river.png)\n';

let publication: TestPublication;

beforeEach(async () => {
  publication = TestPublication.sound();
  await publication.sync();
});

/** As it is kept, after a first time, and as it is rendered. */
function both(markdown = MARKDOWN, lang = 'en'): [kept: string, rendered: string] {
  return publication.read((reader) => {
    keptBodyHtml(reader, markdown, lang);
    return [keptBodyHtml(reader, markdown, lang), bodyHtml(reader, markdown, { lang })];
  });
}

describe('a body that is kept', () => {
  it('is the one that is rendered, of any text in any language', () => {
    for (const lang of ['en', 'ru', 'kk']) {
      for (const text of [MARKDOWN, '"Quoted" - and more\n', '']) {
        const [kept, rendered] = both(text, lang);
        expect(kept).toBe(rendered);
      }
    }
  });

  it('goes with its pictures: one that changes, goes and comes back', async () => {
    const [first] = both();
    expect(first).toContain('/media/river.');
    const river = readFileSync(publication.path('media/river.png'));
    publication.write('media/river.png', readFileSync(publication.path('media/aigerim.png')));
    await publication.sync();
    const [other, otherRendered] = both();
    expect(other).toBe(otherRendered);
    expect(other).not.toBe(first);
    publication.remove('media/river.png');
    await publication.sync();
    const [without, withoutRendered] = both();
    expect(without).toBe(withoutRendered);
    expect(without).not.toContain('<img');
    publication.write('media/river.png', river);
    await publication.sync();
    expect(both()[0]).toBe(first);
  });

  it('is rendered once, and all who read it note its pictures', () => {
    const markdown = `${MARKDOWN}\nRead twice.\n`;
    vi.mocked(renderBody).mockClear();
    for (const time of ['first', 'second']) {
      const shown = publication.read((reader) => {
        keptBodyHtml(reader, markdown, 'en');
        return reader.shown;
      });
      expect(shown, time).toContain('media:media/river.png');
    }
    expect(renderBody).toHaveBeenCalledOnce();
  });
});
