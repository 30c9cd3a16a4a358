import sharp, { type OverlayOptions, type Sharp } from 'sharp';
import { coverOf } from '@/lib/images/crops';
import { cropPlace } from '@/lib/images/focus';
import { BAND, MARGIN, PICTURE, PORTRAIT } from './places';
import { SHARE_SIZE, type ShareCard } from './shareCard';

const { width: WIDTH, height: HEIGHT } = SHARE_SIZE;

/** The card's picture, cut to its place: along the right edge, or a circle of its own. */
export async function pictured(card: ShareCard, file: string): Promise<OverlayOptions> {
  const source = sharp(file, { failOn: 'error' }).autoOrient();
  if (!card.isPortrait) {
    const input = await cut(source, card).png().toBuffer();
    return { input, left: WIDTH - PICTURE, top: 0 };
  }
  const mask = `<svg width="${PORTRAIT}" height="${PORTRAIT}"><circle cx="50%" cy="50%" r="50%"/></svg>`;
  const input = await source
    .resize({ width: PORTRAIT, height: PORTRAIT })
    .composite([{ input: Buffer.from(mask), blend: 'dest-in' }])
    .png()
    .toBuffer();
  return { input, left: WIDTH - PORTRAIT - MARGIN, top: MARGIN + 20 };
}

/** About the point that an editor named; where none did, about what catches the eye. */
function cut(source: Sharp, { picture, focus }: ShareCard): Sharp {
  const size = { width: PICTURE, height: HEIGHT - BAND };
  if (picture === null || focus === null) return source.resize({ ...size, position: 'attention' });
  const cover = coverOf(picture, size);
  const [x, y] = focus.map(cropPlace);
  return source.resize({ ...cover, fit: 'fill' }).extract({
    left: Math.round(((cover.width - size.width) * (x ?? 50)) / 100),
    top: Math.round(((cover.height - size.height) * (y ?? 50)) / 100),
    ...size,
  });
}
