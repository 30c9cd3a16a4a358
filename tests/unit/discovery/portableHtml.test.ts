// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlText, portableHtml } from '@/lib/discovery/portableHtml';
import { anyText } from '@/tests/fixtures/anyText';

const PAGE = 'https://courier.example/articles/dam';

describe('a body for other programs', () => {
  it('has absolute addresses', () => {
    const html = portableHtml(
      '<p><a href="/people/x" rel="me">X</a> <a href="https://a.example/">A</a></p>',
      PAGE,
    );
    expect(html).toBe(
      '<p><a href="https://courier.example/people/x">X</a> <a href="https://a.example/">A</a></p>',
    );
  });

  it('leads to its own page by links within the text', () => {
    expect(portableHtml('<a href="#fn:1">1</a>', PAGE)).toBe(`<a href="${PAGE}#fn:1">1</a>`);
  });

  it('has pictures without the choice that only the page can make', () => {
    const html =
      '<figure data-x="1"><picture><source type="image/avif" srcset="/media/a.1-2.avif 2w">' +
      '<img src="/media/a.1-2.webp" srcset="/media/a.1-2.webp 2w,/media/a.1-4.webp 4w" sizes="2px" alt="" loading="lazy" width="2" height="1"></picture></figure>';
    expect(portableHtml(html, PAGE)).toBe(
      '<figure><img src="https://courier.example/media/a.1-2.webp" ' +
        'srcset="https://courier.example/media/a.1-2.webp 2w, https://courier.example/media/a.1-4.webp 4w" ' +
        'alt="" width="2" height="1" sizes="100vw"></figure>',
    );
  });

  it('keeps languages and tables, and drops classes, styles and roles', () => {
    const html =
      '<table class="x"><tr><th scope="col" style="a">1</th><td colspan="2" lang="ru">2</td></tr></table>';
    expect(portableHtml(html, PAGE)).toBe(
      '<table><tr><th scope="col">1</th><td colspan="2" lang="ru">2</td></tr></table>',
    );
  });

  it('says the same text, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        // A parser of HTML takes these for others.
        fc.pre(!/[\0\r]/.test(text));
        const box = document.createElement('div');
        box.innerHTML = portableHtml(`<p title="${htmlText(text)}">${htmlText(text)}</p>`, PAGE);
        expect(box.children).toHaveLength(1);
        expect(box.firstElementChild?.textContent).toBe(text);
        expect(box.firstElementChild?.getAttribute('title')).toBe(text);
      }),
    );
  });
});
