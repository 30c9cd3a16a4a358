import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { bodyHtml } from '@/lib/archive/queries/body';
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

/** Forgets all that is kept. */
function forget(): void {
  Reflect.deleteProperty(globalThis, Symbol.for('saxaul.keptHtml'));
}

/** As it is kept, from before or by a first time, and as it is rendered. */
function both(markdown = MARKDOWN, lang = 'en'): [kept: string, rendered: string] {
  return publication.read((reader) => {
    bodyHtml(reader, markdown, { lang });
    const kept = bodyHtml(reader, markdown, { lang });
    const store = Reflect.get(globalThis, Symbol.for('saxaul.keptHtml'));
    forget();
    const rendered = bodyHtml(reader, markdown, { lang });
    Reflect.set(globalThis, Symbol.for('saxaul.keptHtml'), store);
    return [kept, rendered];
  });
}

describe('HTML of a body that is kept', () => {
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
        bodyHtml(reader, markdown, { money: () => undefined });
        return reader.shown;
      });
      expect(shown, time).toContain('media:media/river.png');
    }
    expect(renderBody).toHaveBeenCalledOnce();
  });

  it('is not kept where it shows what an amount of money comes to', () => {
    const markdown = 'It cost :money[5m KGS].\n';
    const convertedTo = (text: string) =>
      publication.read((reader) =>
        bodyHtml(reader, markdown, { money: () => ({ text, title: 'by some rate' }) }),
      );
    expect(convertedTo('(US$57,000)')).toContain('57,000');
    expect(convertedTo('(US$58,000)')).toContain('58,000');
  });
});
