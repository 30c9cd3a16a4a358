import sharp from 'sharp';
import { pictured } from './inset';
import { COLOURS, NAME_HEIGHT, nameLine } from './layout';
import { BAND, FOOT, MARGIN, MARK, PICTURE, PORTRAIT } from './places';
import { SHARE_SIZE, type ShareCard } from './shareCard';
import { fitted, svgOf } from './words';

const { width: WIDTH, height: HEIGHT } = SHARE_SIZE;

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
  const width = WIDTH - 2 * MARGIN - aside;
  const words = await fitted(card, siteName, width, HEIGHT - MARGIN - FOOT);
  const name = await svgOf(nameLine(siteName, width - MARK), width - MARK);
  const inset = picture === null ? [] : [await pictured(card, picture)];
  const drawing = await sharp(Buffer.from(background(words, name.svg, picture === null)))
    .composite(inset)
    .removeAlpha()
    .png({ compressionLevel: 0 })
    .toBuffer();
  return compressed(drawing);
}

/** In the best quality that everybody shows. */
async function compressed(drawing: Buffer): Promise<Uint8Array> {
  let bytes: Uint8Array = drawing;
  for (const quality of QUALITIES) {
    // Coloured letters would be blurred if colours were kept at half their size.
    bytes = await sharp(drawing)
      .jpeg({ quality, chromaSubsampling: '4:4:4', mozjpeg: true })
      .toBuffer();
    if (bytes.length <= HEAVIEST) break;
  }
  return bytes;
}

/** Paper, words, the mark of the site, and the saw-tooth border of its header along the foot. */
function background(words: string, name: string, isBare: boolean): string {
  const { paper, accent } = COLOURS;
  const tooth = BAND / 2;
  const star = `<path d="M-11-11H11V11H-11Z"/><path d="M0-15.6 15.6 0 0 15.6-15.6 0Z"/><circle r="4.2" fill="${paper}"/>`;
  const ornament = `<g transform="translate(${WIDTH - 84} ${HEIGHT - 104}) scale(15)" fill="#eee7d8">${star}</g>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">` +
    `<defs><pattern id="band" width="${BAND}" height="${BAND}" patternUnits="userSpaceOnUse" y="${HEIGHT - BAND}">` +
    `<path fill="${accent}" d="M0 0H${BAND}L${tooth} ${tooth}ZM0 ${BAND}L0 ${tooth} ${tooth} ${BAND}ZM${BAND} ${BAND}V${tooth}L${tooth} ${BAND}Z"/></pattern></defs>` +
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${paper}"/>` +
    (isBare ? ornament : '') +
    placed(words, MARGIN, MARGIN) +
    `<g transform="translate(${MARGIN + 24} ${HEIGHT - 92}) scale(1.5)" fill="${accent}">${star}</g>` +
    placed(name, MARGIN + MARK, HEIGHT - 92 - NAME_HEIGHT / 2) +
    `<rect y="${HEIGHT - BAND}" width="${WIDTH}" height="${BAND}" fill="${paper}"/>` +
    `<rect y="${HEIGHT - BAND}" width="${WIDTH}" height="${BAND}" fill="url(#band)"/></svg>`
  );
}

function placed(svg: string, x: number, y: number): string {
  return svg.replace('<svg ', `<svg x="${x}" y="${y}" `);
}
