import type { Sharp } from 'sharp';
import { coverOf } from '@/lib/images/crops';
import { cropPlace } from '@/lib/images/focus';
import { loadSharp } from '@/lib/images/loadSharp';
import { COLOURS } from './colours';
import type { Pixels } from './pixels';
import { BAND, MARGIN, PICTURE, PORTRAIT } from './places';
import { SHARE_SIZE, type ShareCard } from './shareCard';

const { width: WIDTH, height: HEIGHT } = SHARE_SIZE;

/** A picture, and where its upper left stands on the card, in pixels. */
interface Inset {
  readonly picture: Pixels;
  readonly left: number;
  readonly top: number;
}

/**
 * The card's picture on paper, cut to its place: along the right edge, or a circle of its own.
 * @throws Error where it cannot be decoded
 */
export async function pictured(card: ShareCard, file: string): Promise<Inset> {
  const sharp = await loadSharp();
  const source = sharp(file, { failOn: 'error' }).autoOrient();
  return card.isPortrait
    ? { picture: await circled(source), left: WIDTH - PORTRAIT - MARGIN, top: MARGIN + 20 }
    : { picture: await onPaper(cut(source, card)), left: WIDTH - PICTURE, top: 0 };
}

async function circled(source: Sharp): Promise<Pixels> {
  const sharp = await loadSharp();
  const mask = `<svg width="${PORTRAIT}" height="${PORTRAIT}"><circle cx="50%" cy="50%" r="50%"/></svg>`;
  const { data, info } = await source
    .resize({ width: PORTRAIT, height: PORTRAIT })
    .composite([{ input: Buffer.from(mask), blend: 'dest-in' }])
    .raw()
    .toBuffer({ resolveWithObject: true });
  // In one go, the paper would be laid under the picture before the mask is.
  const { width, height, channels } = info;
  return onPaper(sharp(data, { raw: { width, height, channels } }));
}

async function onPaper(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture
    .flatten({ background: COLOURS.paper })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
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
