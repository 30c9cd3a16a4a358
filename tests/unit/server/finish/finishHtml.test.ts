import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { finishHtml } from '@/lib/server/finish/finishHtml';

const SHEETS = new Map([
  ['/_next/a.css', '.kicker{color:red}.card{color:blue}'],
  ['/_next/b.css', 'p{margin:0}table{margin:0}'],
]);
const readStyles = (address: string): string => SHEETS.get(address) ?? '';
const finish = (html: string): string => finishHtml(html, readStyles).parts.join('');
const page = (body: string, head = ''): string =>
  `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('what a page does without', () => {
  it.each([
    ['a script that is no island', '<script src="/_next/static/chunks/a.js" async=""></script>'],
    ['one that is written out', '<script>push("<p>Text</p>")</script>'],
    ['an early script', '<link rel="preload" as="script" href="/_next/a.js"/>'],
    ['an early module', '<link rel="modulepreload" href="/_next/a.js"/>'],
    ['an early picture', '<link rel="preload" as="image" imageSrcSet="/a.avif 320w"/>'],
  ])('goes: %s', (_, markup) => {
    expect(finish(page(`<p>One</p>${markup}<p>Two</p>`))).toBe(page('<p>One</p><p>Two</p>'));
  });
});

describe('what belongs to the page', () => {
  it.each([
    ['data for machines', '<script type="application/ld+json">{"@type":"Person"}</script>'],
    ['an island', '<script type="module" src="/islands/a.1.js" data-island="a"></script>'],
    ['an inline island', '<script data-island="early">document.title</script>'],
    ['text that looks like a script', '<p>&lt;script>alert(1)&lt;/script></p>'],
    ['text that looks like a comment', '<p>&lt;!-- not one --></p>'],
    ['an attribute that looks like a script', '<a title="<script>x</script>" href="/">A</a>'],
    ['an attribute that looks like a comment', '<a title="<!-- x -->" href="/">A</a>'],
    ['a field that looks like a script', '<textarea><script>x</script></textarea>'],
    ['data that looks like a comment', '<script type="application/ld+json">"<!--"</script>'],
    ['a style sheet that is not of the build', '<link rel="stylesheet" href="/print.css"/>'],
    ['a link that is no preload', '<link rel="canonical" href="https://a.example/"/>'],
    ['a hidden element with a name', '<div hidden="" id="later"></div>'],
    ['a drawing', '<svg viewBox="0 0 8 8"><path d="M4 0 8 8H0Z"></path></svg>'],
  ])('stays: %s', (_, markup) => {
    expect(finish(page(markup))).toBe(page(markup));
  });

  it('stays in a title that looks like a script', () => {
    const html = page('', '<title>How <script> works</title>');
    expect(finish(html)).toBe(html);
  });

  it('is named in the policy where it is an inline script that runs, and only there', () => {
    const early = 'document.documentElement.dataset.theme="dark"';
    const { scripts } = finishHtml(
      page(
        '<script type="module" src="/islands/a.js" data-island="a"></script><script>x</script>' +
          '<script type="application/ld+json">{"@type":"Person"}</script>',
        `<script data-island="early">${early}</script>`,
      ),
      readStyles,
    );
    expect(scripts).toEqual([hashOf(early)]);
  });
});

describe('styles', () => {
  it('become one style sheet with what the page uses, named in the policy', () => {
    const { parts, styles } = finishHtml(
      page(
        '<p class="kicker">A</p>',
        '<link rel="stylesheet" href="/_next/a.css" data-precedence="next"/>' +
          '<title>T</title><link rel="stylesheet" href="/_next/b.css" data-precedence="next"/>',
      ),
      readStyles,
    );
    const css = '.kicker{color:red}p{margin:0}';
    expect(parts.join('')).toBe(
      page('<p class="kicker">A</p>', `<style>${css}</style><title>T</title>`),
    );
    expect(styles).toEqual([hashOf(css)]);
  });

  it.each([
    ['<input/>', ''],
    ['<input type="radio"/>', ''],
    ['<input type="search"/>', '::-webkit-search-decoration{a:1}'],
    ['<input type="file"/>', '::file-selector-button{a:2}'],
    ['<input type="number"/>', '::-webkit-inner-spin-button{a:3}'],
    ['<input type="DATE"/>', '::-webkit-inner-spin-button{a:3}::-webkit-datetime-edit{a:4}'],
  ])('have the parts of those fields alone that there are: %s', (field, kept) => {
    const css =
      '::-webkit-search-decoration{a:1}::file-selector-button{a:2}' +
      '::-webkit-inner-spin-button{a:3}::-webkit-datetime-edit{a:4}';
    const html = finish(page(field, `<style>${css}</style>`));
    expect(/<style>(.*)<\/style>/.exec(html)?.[1]).toBe(kept);
  });

  it.each([
    ['<input/>', false],
    ['<input placeholder="1500"/>', true],
    ['<textarea placeholder=""></textarea>', true],
  ])('have those of words in a field where it has any: %s', (field, isKept) => {
    const css = '::placeholder{opacity:1}';
    const html = finish(page(field, `<style>${css}</style>`));
    expect(html.includes(css)).toBe(isKept);
  });

  it('give pictures the colours that stand for them, once each', () => {
    const { parts } = finishHtml(
      page(
        '<img data-tint="a87-345"/><img data-tint="a87-345"/><img data-tint="red;}-x"/>',
        '<style>p{margin:0}</style>',
      ),
      readStyles,
    );
    expect(parts.join('')).toContain(
      '<style>[data-tint="a87-345"]{background:linear-gradient(#a87,#345)}</style>',
    );
  });
});

describe('the place of the weight', () => {
  it('divides the page, and is shown', () => {
    const line = '<p class="page-weight" data-page-weight="" hidden="">This page: 0.0 kB</p>';
    expect(finishHtml(page(`<p>It rose by 0.0 %.</p>${line}`), readStyles).parts).toEqual([
      '<!DOCTYPE html><html lang="en"><head></head><body><p>It rose by 0.0 %.</p>' +
        '<p class="page-weight" data-page-weight="">This page: ',
      ' kB</p></body></html>',
    ]);
  });

  it('is nowhere in a page that does not say it', () => {
    expect(finishHtml(page('<p>0.0</p>'), readStyles).parts).toHaveLength(1);
  });
});
