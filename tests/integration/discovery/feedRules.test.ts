import { describe, expect, it } from 'vitest';
import { complaintsOfFeed } from '../../fixtures/feedRules/feedRules';
import { TestPublication } from '../../fixtures/publication';
import { SITE, textOf } from './documents';

const FORMATS = ['/feed.xml', '/atom.xml', '/feed.json'] as const;
const texts = new Map<string, string>();

/** The feeds of a sound publication, which are made once. */
async function soundFeed(path: string): Promise<string> {
  if (texts.size === 0) {
    const publication = TestPublication.sound();
    await publication.sync();
    for (const format of FORMATS) texts.set(format, await textOf(publication, format));
  }
  return texts.get(path) ?? '';
}

describe('the rules by which tests judge feeds', () => {
  it.each(FORMATS)('have nothing against %s', async (path) => {
    expect(complaintsOfFeed(await soundFeed(path), SITE + path)).toEqual([]);
  });

  it.each([
    ['/feed.xml', /<link>[^<]+/, '<link>/', 'channel > link[0] is no absolute address'],
    ['/feed.xml', /<guid .*?<\/guid>/, '', 'has 0 of <guid>'],
    [
      '/feed.xml',
      /(<guid .*?<\/guid>)(.*?)<guid .*?<\/guid>/s,
      '$1$2$1',
      'two items with one guid',
    ],
    ['/feed.xml', /<pubDate>\w+,/, '<pubDate>Xxx,', 'is no date of mail'],
    ['/feed.xml', /<pubDate>[^<]+/, '<pubDate>2026-01-05', 'is no date of mail'],
    ['/feed.xml', '<dc:creator>', '<author>A. Bekova</author><dc:creator>', 'holds <author>'],
    ['/feed.xml', '/feed.xml"', '/rss.xml"', 'does not name itself'],
    ['/feed.xml', '<image><url>', '<image><link>/</link><url>', 'has 2 of <link>'],
    ['/feed.xml', /<language>en/, '<language>English please', 'is no language tag'],
    ['/feed.xml', 'encoded>', 'encoded>&lt;script&gt;', 'holds <script>'],
    ['/feed.xml', 'encoded>', 'encoded>&lt;iframe src="https://a.example/"&gt;', 'holds <iframe>'],
    ['/feed.xml', 'encoded>', 'encoded>&lt;p style="color: red"&gt;', 'holds style='],
    ['/feed.xml', 'encoded>', 'encoded>&lt;a href="#note"&gt;', 'has href="#note"'],
    ['/feed.xml', 'encoded>', 'encoded>&lt;img src="/a.png"&gt;', 'has src="/a.png"'],
    ['/feed.xml', / width="8"/, '', 'a picture without dimensions'],
    ['/feed.xml', 'medium="image"', '', '@medium is missing'],
    ['/feed.xml', '</channel>', '', 'is no RSS 2.0'],
    ['/feed.xml', 'version="2.0"', 'version="3.0"', 'is no RSS 2.0'],
    ['/atom.xml', /<published>[^<]+/, '<published>2026-01-05', 'is no date of RFC 3339'],
    ['/atom.xml', /<updated>[^<]+/, '<updated>2020-01-05T00:00:00Z', 'is newer than the feed'],
    ['/atom.xml', /<author>.*?<\/summary>/s, '<summary>S.</summary>', 'has 0 of <atom:author>'],
    ['/atom.xml', 'rel="alternate"', 'rel="enclosure"', 'is none of'],
    ['/atom.xml', 'type="html"', 'type="text"', 'is none of html'],
    ['/feed.json', 'version/1.1', 'version/1', 'version: '],
    ['/feed.json', '"authors":', '"author":', 'items.0.authors'],
    ['/feed.json', /"date_published":"[^"]+/, '"date_published":"2026-01-05', 'date_published'],
    ['/feed.json', '<p>', '<script></script><p>', 'holds <script>'],
    ['/feed.json', '/feed.json"', '/news.json"', 'does not name itself'],
  ])('refuse %s with %s replaced by %s', async (path, from, to, complaint) => {
    const sound = await soundFeed(path);
    const changed = sound.replace(from, to);
    expect(changed).not.toBe(sound);
    expect(complaintsOfFeed(changed, SITE + path).join('\n')).toContain(complaint);
  });
});
