import { loadSharp } from '@/lib/images/loadSharp';
import { shareFont } from './fonts';
import { glyphsOf } from './glyphs';
import { pictured } from './inset';
import { column } from './layout';
import { paperOf } from './paper';
import { ink, type Pixels, paste } from './pixels';
import { FOOT, MARGIN, PICTURE, PORTRAIT } from './places';
import { SHARE_SIZE, type ShareCard } from './shareCard';

/** Messengers show no picture of more bytes. */
const HEAVIEST = 300_000;
const QUALITIES = [88, 60] as const;

/**
 * Draws a card as a JPEG, in the publication's look.
 * @param picture absolute path of the card's picture; null where it has none
 * @throws Error where the picture cannot be decoded
 */
export async function drawCard(
  card: ShareCard,
  siteName: string,
  picture: string | null,
): Promise<Uint8Array> {
  const aside = picture === null ? 0 : (card.isPortrait ? PORTRAIT : PICTURE) + MARGIN;
  const width = SHARE_SIZE.width - 2 * MARGIN - aside;
  const room = { width, height: SHARE_SIZE.height - MARGIN - FOOT };
  const words = await glyphsOf(column(card, siteName, room, await shareFont()));
  const paper = await paperOf(siteName, width, picture === null);
  const drawing = { ...paper, data: Buffer.from(paper.data) };
  ink(drawing, words, MARGIN, MARGIN);
  if (picture !== null) {
    const inset = await pictured(card, picture);
    paste(drawing, inset.picture, inset.left, inset.top);
  }
  return compressed(drawing);
}

/** In the best quality that everybody shows. */
async function compressed({ data, width, height }: Pixels): Promise<Uint8Array> {
  const sharp = await loadSharp();
  let bytes: Uint8Array = data;
  for (const quality of QUALITIES) {
    bytes = await sharp(data, { raw: { width, height, channels: 3 } })
      // Coloured letters would be blurred if colours were kept at half their size. To weigh every block, as mozjpeg
      // does, takes twenty times as long and saves a third of the bytes.
      .jpeg({ quality, chromaSubsampling: '4:4:4', optimiseCoding: false })
      .toBuffer();
    if (bytes.length <= HEAVIEST) break;
  }
  return bytes;
}
