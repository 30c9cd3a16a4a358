import { LRUCache } from 'lru-cache';
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
  const paper = await paperOf(siteName, width, picture === null);
  const words = await fitted(card, siteName, width, HEIGHT - MARGIN - FOOT);
  const height = Math.max(1, Math.min(Math.ceil(words.height), HEIGHT - BAND - MARGIN));
  const inset = picture === null ? [] : [await pictured(card, picture)];
  const drawing = await sharp(paper, { raw: RAW })
    .composite([{ input: cropped(words.svg, width, height), left: MARGIN, top: MARGIN }, ...inset])
    .removeAlpha()
    .raw()
    .toBuffer();
  return compressed(drawing);
}

const RAW = { width: WIDTH, height: HEIGHT, channels: 3 } as const;

/** In the best quality that everybody shows. */
async function compressed(drawing: Buffer): Promise<Uint8Array> {
  let bytes: Uint8Array = drawing;
  for (const quality of QUALITIES) {
    bytes = await sharp(drawing, { raw: RAW })
      // Coloured letters would be blurred if colours were kept at half their size. To weigh every block, as mozjpeg
      // does, takes twenty times as long and saves a third of the bytes.
      .jpeg({ quality, chromaSubsampling: '4:4:4', optimiseCoding: false })
      .toBuffer();
    if (bytes.length <= HEAVIEST) break;
  }
  return bytes;
}

/** What all cards of one shape have alike, as plain pixels: most of the drawing. */
const papers = new LRUCache<string, Promise<Buffer>>({ max: 6 });

function paperOf(siteName: string, width: number, isBare: boolean): Promise<Buffer> {
  const key = JSON.stringify([siteName, width, isBare]);
  const known = papers.get(key);
  if (known) return known;
  const drawn = drawPaper(siteName, width, isBare);
  papers.set(key, drawn);
  drawn.catch(() => papers.delete(key));
  return drawn;
}

async function drawPaper(siteName: string, width: number, isBare: boolean): Promise<Buffer> {
  const name = await svgOf(nameLine(siteName, width - MARK), width - MARK);
  return sharp(Buffer.from(background(name.svg, isBare)))
    .removeAlpha()
    .raw()
    .toBuffer();
}

function cropped(svg: string, width: number, height: number): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${placed(svg, 0, 0)}</svg>`,
  );
}

/** Paper, the mark of the site, and the saw-tooth border of its header along the foot. */
function background(name: string, isBare: boolean): string {
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
    `<g transform="translate(${MARGIN + 24} ${HEIGHT - 92}) scale(1.5)" fill="${accent}">${star}</g>` +
    placed(name, MARGIN + MARK, HEIGHT - 92 - NAME_HEIGHT / 2) +
    `<rect y="${HEIGHT - BAND}" width="${WIDTH}" height="${BAND}" fill="${paper}"/>` +
    `<rect y="${HEIGHT - BAND}" width="${WIDTH}" height="${BAND}" fill="url(#band)"/></svg>`
  );
}

function placed(svg: string, x: number, y: number): string {
  return svg.replace('<svg ', `<svg x="${x}" y="${y}" `);
}
