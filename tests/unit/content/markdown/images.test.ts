import { describe, expect, it } from 'vitest';
import { findings, html, references, shown } from './support';

describe('images', () => {
  it('are figures where they stand alone', () => {
    expect(html('![A dog](media/a.png "In Osh")')).toBe(
      `<figure>${shown('media/a.png', 'A dog')}<figcaption>In Osh</figcaption></figure>\n`,
    );
    expect(html('![A dog](media/a.png)')).toBe(
      `<figure>${shown('media/a.png', 'A dog')}</figure>\n`,
    );
    expect(html('![A dog][d]\n\n[d]: media/a.png "In Osh"')).toBe(
      `<figure>${shown('media/a.png', 'A dog')}<figcaption>In Osh</figcaption></figure>\n`,
    );
  });

  it('stay in the text where there is some', () => {
    expect(html('A ![dog](media/a.png "In Osh") here.')).toBe(
      `<p>A ${shown('media/a.png', 'dog')} here.</p>\n`,
    );
  });

  it('are left out with their caption where there is no such picture', () => {
    expect(html('Text.\n\n![A dog](media/missing.png "In Osh")')).toBe('<p>Text.</p>\n');
    expect(html('A ![dog](media/missing.png) here.')).toBe('<p>A  here.</p>\n');
    expect(html('[![A dog](media/missing.png)](/about)')).toBe('');
  });

  it('are referred to at their address', () => {
    expect(references('![A dog](media/a.png "In Osh")')).toEqual([
      'media media/a.png at 1:10-1:21 "media/a.png"',
    ]);
    expect(references('![A dog][d]\n\n[d]: media/a.png')).toEqual([
      'media media/a.png at 3:6-3:17 "media/a.png"',
    ]);
  });

  it('come from nowhere else', () => {
    for (const url of [
      'https://example.org/a.png',
      'data:image/png;base64,AA',
      '//example.org/a.png',
    ]) {
      const body = `Text ![A dog](${url}).`;
      expect(findings(body), url).toEqual([
        `1:15-1:${15 + url.length} "${url}" error foreign-image`,
      ]);
      expect(html(body), url).toBe('<p>Text .</p>\n');
    }
  });

  it('are named by their path in media', () => {
    expect(findings('![A dog](/media/a.png)')).toEqual([
      '1:10-1:22 "/media/a.png" error image-path -> media/a.png',
    ]);
    expect(findings('![A dog](../../media/a.png)')).toEqual([
      '1:10-1:27 "../../media/a.png" error image-path -> media/a.png',
    ]);
    expect(findings('![A dog](a.png)')).toEqual(['1:10-1:15 "a.png" error image-path']);
    expect(findings('![A dog](media/../a.png)')).toEqual([
      '1:10-1:24 "media/../a.png" error image-path',
    ]);
  });

  it('are described', () => {
    expect(findings('![](media/a.png)')).toEqual(['1:1-1:17 "![](media/a.png)" error image-alt']);
    expect(findings('Text ![ ](media/a.png)')).toEqual([
      '1:6-1:23 "![ ](media/a.png)" error image-alt',
    ]);
  });
});
