import { describe, expect, it } from 'vitest';
import { sourceOf } from '@/lib/content/source';
import { redirectFromFix } from '@/lib/publishing/fixes/redirectFrom';
import type { SitePath } from '@/lib/site/routes';

/** The file as it is after the fix; null where there is none. */
function mended(text: string, ...addresses: SitePath[]): string | null {
  const fix = redirectFromFix(sourceOf('articles/2026/01/new.md', text), addresses);
  const edit = fix?.edits[0];
  return edit ? text.slice(0, edit.start) + edit.text + text.slice(edit.end) : null;
}

const file = (field: string) => `---\ntitle: A\n${field}date: 2026-01-01\n---\n\nText\n---\nMore\n`;

describe('the old addresses of an article', () => {
  it('are added before the end of the front matter', () => {
    expect(mended(file(''), '/articles/old', '/articles/older')).toBe(
      '---\ntitle: A\ndate: 2026-01-01\nredirectFrom: [/articles/old, /articles/older]\n---\n\nText\n---\nMore\n',
    );
  });

  it('are added with the line breaks that the file has', () => {
    expect(mended('---\r\ntitle: A\r\n---\r\nText\r\n', '/old')).toBe(
      '---\r\ntitle: A\r\nredirectFrom: [/old]\r\n---\r\nText\r\n',
    );
  });

  it.each([
    ['redirectFrom: [/a, "/b" ] # kept\n', 'redirectFrom: [/a, "/b", /old ] # kept\n'],
    ['redirectFrom: [ ]\n', 'redirectFrom: [/old ]\n'],
    [
      'redirectFrom:\n  - /a # one\n  - /b # two\n',
      'redirectFrom:\n  - /a # one\n  - /b\n  - /old # two\n',
    ],
    ['redirectFrom:\n- /a\n', 'redirectFrom:\n- /a\n- /old\n'],
  ])('join those that are there: %j', (before, after) => {
    expect(mended(file(before), '/old')).toBe(file(after));
  });

  it.each(['redirectFrom: /a\n', 'redirectFrom:\n', 'redirectFrom: [[/a]]\n', '"\n'])(
    'are not added to what is no list: %j',
    (field) => expect(mended(file(field), '/old')).toBeNull(),
  );

  it('may be none', () => expect(mended(file(''))).toBeNull());
});
