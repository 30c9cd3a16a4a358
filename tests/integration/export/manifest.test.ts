import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Shown } from '@/lib/archive/shown';
import { Manifest } from '@/lib/server/export/manifest/manifest';
import { shownBy } from '@/lib/server/export/manifest/shownBy';
import type { SitePath } from '@/lib/site/routes';

const things = fc.subarray<Shown>(['site', 'rates', 'article:a', 'article:b', 'author:c']);
const pictures = fc.subarray<SitePath>(['/media/a.jpg', '/media/b.jpg', '/share/c.jpg']);
const made = fc.record({
  address: fc.constantFrom<SitePath>('/', '/about', '/people'),
  shown: things,
  needs: pictures,
});

it('knows what each file showed and needed when it was made last, and nothing older', () => {
  fc.assert(
    fc.property(fc.array(made, { maxLength: 12 }), (files) => {
      const manifest = Manifest.open(':memory:');
      for (const { address, shown, needs } of files) {
        const file = { address, file: 'x.html', making: 'page', hash: 'h', links: [] } as const;
        // A list may name a thing twice.
        const twice = [...shown, ...shown];
        manifest.write(() =>
          manifest.put({ ...file, shown: twice, needs: [...needs, ...needs] }, 1),
        );
      }
      const last = new Map(files.map((file) => [file.address, file]));
      for (const [address, { shown }] of last) {
        const { id = 0 } = manifest.fileAt(address) ?? {};
        expect(shownBy(manifest, id).sort()).toEqual([...shown].sort());
      }
      const needed = new Set([...last.values()].flatMap(({ needs }) => needs));
      expect(manifest.needed().sort()).toEqual([...needed].sort());
      manifest.close();
    }),
  );
});
