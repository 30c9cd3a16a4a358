import { describe, expect, it } from 'vitest';
import { kindOfAddress, mediaPath } from '@/lib/content/markdown/addresses';
import { findings, html, references } from './support';

describe('links', () => {
  it('refers to site paths and files at the very address', () => {
    expect(
      references('Text [a](/articles/abc#x "T") and [b](</b?c>) [c](media/a%20b.pdf#page=2).'),
    ).toEqual([
      'address /articles/abc at 1:10-1:25 "/articles/abc#x"',
      'anchor /articles/abc#x at 1:10-1:25 "/articles/abc#x"',
      'address /b at 1:40-1:44 "/b?c"',
      'media media/a b.pdf at 1:51-1:73 "media/a%20b.pdf#page=2"',
    ]);
  });

  it('places the address of a reference at its definition', () => {
    expect(references('A [link][1] here.\n\n[1]: /articles/abc\n')).toEqual([
      'address /articles/abc at 3:6-3:19 "/articles/abc"',
    ]);
    expect(html('A [link][1].\n\n[1]: <https://example.org> "T"')).toBe(
      '<p>A <a href="https://example.org" title="T" rel="noopener">link</a>.</p>\n',
    );
  });

  it('refuses addresses that run code, and never renders them', () => {
    const schemes = ['javascript', 'JavaScript', 'data', 'vbscript', 'file', 'ftp'];
    for (const scheme of schemes) {
      const body = `[a *b*](${scheme}:x)`;
      expect(findings(body)).toEqual([
        `1:9-1:${11 + scheme.length} "${scheme}:x" error unsafe-link`,
      ]);
      expect(html(body)).toBe('<p>a <em>b</em></p>\n');
    }
    expect(findings('<javascript:alert(1)>')).toEqual([
      '1:2-1:21 "javascript:alert(1)" error unsafe-link',
    ]);
    for (const hidden of ['java\u00adscript:x', 'java&#x0A;script:x', 'java&Tab;script:x']) {
      expect(findings(`[a](${hidden})`).join(), hidden).toContain('error unsafe-link');
      expect(html(`[a](${hidden})`), hidden).toBe('<p>a</p>\n');
    }
  });

  it('refuses relative addresses and says what is meant', () => {
    expect(findings('[a](2025/04/my-story.md)')).toEqual([
      '1:5-1:24 "2025/04/my-story.md" error relative-link -> /articles/my-story',
    ]);
    expect(findings('[a](www.example.org)')).toEqual([
      '1:5-1:20 "www.example.org" error relative-link -> https://www.example.org',
    ]);
    expect(findings('[a](abc)')).toEqual(['1:5-1:8 "abc" error relative-link']);
    expect(findings('[a]()')).toEqual(['1:1-1:6 "[a]()" error relative-link']);
    expect(html('[a](abc)')).toBe('<p>a</p>\n');
  });

  it('refuses addresses that are not whole', () => {
    for (const url of [
      'https://',
      'http:example.org',
      '//example.org/a',
      'media/../site.yml',
      'https://[x',
    ]) {
      expect(findings(`[a](${url})`), url).toEqual([
        `1:5-1:${5 + url.length} "${url}" error broken-link`,
      ]);
      expect(html(`[a](${url})`), url).toBe('<p>a</p>\n');
    }
  });

  it('refuses a link without text', () => {
    expect(findings('[](/about)')).toEqual(['1:1-1:11 "[](/about)" error empty-link']);
    expect(html('a [](/about)')).toBe('<p>a </p>\n');
    expect(findings('[![A dog](media/a.png)](/about)')).toEqual([]);
  });

  it('warns of anchors that no heading has', () => {
    expect(findings('## The water\n\n[a](#the-water) [b](#the-watr) [c](#top) [d](#)')).toEqual([
      '3:21-3:30 "#the-watr" warning missing-anchor -> #the-water',
    ]);
    expect(findings('## Вода\n\n[a](#вода) [b](#%D0%B2%D0%BE%D0%B4%D0%B0)')).toEqual([]);
  });

  it('marks links to other sites, and those alone', () => {
    expect(
      html(
        '[a](https://example.org/) [b](/c) [d](https://www.courier.example/e) [f](mailto:a@b.kg) [g](tel:+996)',
      ),
    ).toBe(
      '<p><a href="https://example.org/" rel="noopener">a</a> <a href="/c">b</a> <a href="https://www.courier.example/e">d</a> <a href="mailto:a@b.kg">f</a> <a href="tel:+996">g</a></p>\n',
    );
  });

  it('takes bare addresses for links', () => {
    expect(html('See https://example.org/a_b_c and desk@example.kg.')).toBe(
      '<p>See <a href="https://example.org/a_b_c" rel="noopener">https://example.org/a_b_c</a> and <a href="mailto:desk@example.kg">desk@example.kg</a>.</p>\n',
    );
    expect(findings('See www.example.org.')).toEqual([]);
  });

  it('holds no link in a link', () => {
    expect(html('[see *<https://example.org/>*](/a)')).toBe(
      '<p><a href="/a">see <em>https://example.org/</em></a></p>\n',
    );
  });

  it('leads to files of the publication by their address on the site', () => {
    expect(html('[a](media/a%20b.pdf#page=2)')).toBe(
      '<p><a href="/media/a%20b.pdf#page=2">a</a></p>\n',
    );
  });
});

describe('addresses', () => {
  it('are sorted by what may be done with them', () => {
    expect(
      [
        '#a',
        'media/a.png',
        '/a',
        'https://a.b',
        'mailto:a@b',
        'tel:1',
        'x:y',
        '//a',
        'a/b',
        '',
      ].map(kindOfAddress),
    ).toEqual([
      'fragment',
      'media',
      'site',
      'external',
      'contact',
      'contact',
      'unsafe',
      'broken',
      'relative',
      'relative',
    ]);
  });

  it('name media files inside the folder only', () => {
    expect(mediaPath('media/a/b%20c.png?x#y')).toBe('media/a/b c.png');
    for (const url of [
      'media/',
      'media',
      'media/../a',
      'media/%2e%2e/a',
      'media//a',
      'media/a\\b',
      'media/%00',
      'other/a',
    ]) {
      expect(mediaPath(url), url).toBeUndefined();
    }
    expect(mediaPath('media/100%.png')).toBe('media/100%.png');
  });
});
