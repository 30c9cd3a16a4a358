import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { auditPublication } from '@/lib/publishing/audits/audits';
import { brief, TestPublication } from '../../../fixtures/publication';
import { article, DAM, NEW } from '../../badInput/case';

let publication: TestPublication;

beforeEach(() => {
  publication = TestPublication.sound();
});

async function audited() {
  await publication.sync();
  const { database, folder: root } = publication;
  return auditPublication({ database, root });
}

describe('the audits', () => {
  it('find nothing in a sound publication', async () => {
    expect(await audited()).toEqual([]);
  });

  it('name the later of two articles with one title, at its title', async () => {
    publication.write(NEW, article());
    publication.write('articles/2026/03/worse.md', article().replace('2026-03-05', '2026-03-06'));
    publication.edit('articles/2026/03/worse.md', 'A bad article', '"A  BAD article"');
    expect((await audited()).map(brief)).toEqual([
      'articles/2026/03/worse.md:2:8 warning duplicate-title',
    ]);
  });

  it('name pictures that nothing refers to', async () => {
    const picture = await sharp({
      create: { width: 8, height: 8, channels: 3, background: 'teal' },
    })
      .png()
      .toBuffer();
    publication.write('media/lonely one.png', picture);
    const expected = ['media/lonely one.png:1:1 warning unused-media'];
    expect((await audited()).map(brief)).toEqual(expected);
    publication.write(NEW, article('The [picture](/media/lonely%20one.png).'));
    expect(await audited()).toEqual([]);
    publication.write(NEW, article('The [picture](media/lonely%20one.png).'));
    expect(await audited()).toEqual([]);
  });

  it('say nothing of unused pictures while a file is refused', async () => {
    publication.write(NEW, article('![A river](media/river.png)', ['titel: x']));
    for (const path of ['articles/2026/01/river-levels.md', DAM]) publication.removeIfThere(path);
    publication.removeIfThere('front.yml');
    expect((await audited()).map(({ rule }) => rule)).not.toContain('unused-media');
  });

  it('say to which size a picture is to be scaled', async () => {
    const wide = await sharp({
      create: { width: 5000, height: 1000, channels: 3, background: 'teal' },
    })
      .png()
      .toBuffer();
    publication.write('media/wide.png', wide);
    publication.write(NEW, article('![A wide river](media/wide.png)'));
    expect(await audited()).toMatchObject([
      {
        file: 'media/wide.png',
        severity: 'warning',
        rule: 'oversized-media',
        message: 'The picture is 5000 × 1000 pixels; scale it to 4000 × 800.',
      },
    ]);
  });

  it('say how heavy a picture is', async () => {
    const noise = await sharp({
      create: {
        width: 1400,
        height: 1400,
        channels: 3,
        background: 'teal',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .png({ compressionLevel: 0 })
      .toBuffer();
    publication.write('media/heavy.png', noise);
    publication.write(NEW, article('![Sand](media/heavy.png)'));
    const [finding, ...rest] = await audited();
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ file: 'media/heavy.png', rule: 'oversized-media' });
    expect(finding?.message).toMatch(/^The file is 5\.9 MB; save it with at most 5 MB/);
  });

  it('name links to headings that another page does not have', async () => {
    const target = article('## What is new\n\nText.[^a]\n\n[^a]: Note.').replace('A bad', 'A good');
    publication.write('articles/2026/03/target.md', target);
    publication.edit('pages/about.md', 'A newsroom of two.', '## Who we are\n\nWe.');
    publication.write(
      NEW,
      article(
        [
          '[a](/articles/target#what-is-new) [b](/articles/target#fn:1) [c](/about#who-we-are)',
          '[d](/articles/target#corrections) [e](/people#anything) [f](/articles/target?a=b#top)',
          '[g](/articles/target#what-was) [h](/articles/target#fn:2)',
          '[i](/about/#nothing)',
          '[j](/people/timur-rashidov#life)',
        ].join('\n'),
      ),
    );
    expect((await audited()).map(brief)).toEqual([
      `${NEW}:11:5 warning broken-anchor`,
      `${NEW}:11:36 warning broken-anchor`,
      `${NEW}:12:5 warning broken-anchor`,
      `${NEW}:13:5 warning broken-anchor`,
    ]);
  });
});
