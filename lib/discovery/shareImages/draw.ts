import sharp, { type OverlayOptions } from 'sharp';
import { SHARE_FONT_FAMILY, shareFonts } from './fonts';
import { COLOURS, column } from './layout';
import { SHARE_SIZE, type ShareCard } from './shareCard';

const { width: WIDTH, height: HEIGHT } = SHARE_SIZE;
/** Pixels. */
const MARGIN = 64;
const BAND = 24;
const FOOT = 150;
const PICTURE = 440;
const PORTRAIT = 340;

/**
 * Draws a card as a PNG, in the publication's look.
 * @param picture absolute path of the card's picture; null where it has none
 * @throws Error where the picture cannot be decoded
 */
export async function drawCard(
  card: ShareCard,
  siteName: string,
  picture: string | null,
): Promise<Uint8Array> {
  // Large, and needed by few requests.
  const { default: satori } = await import('satori');
  const aside = picture === null ? 0 : (card.isPortrait ? PORTRAIT : PICTURE) + MARGIN;
  const width = WIDTH - 2 * MARGIN - aside;
  const height = HEIGHT - MARGIN - FOOT;
  const options = { width, height, fonts: [...shareFonts()] };
  // The package names React's own type, of which this is the part that it reads.
  const words = await satori(column(card, siteName, width, height) as never, options);
  const name = await satori(nameOf(siteName) as never, {
    ...options,
    width: WIDTH - 2 * MARGIN,
    height: 60,
  });
  const drawing = sharp(Buffer.from(background(words, name, picture === null)));
  const inset = picture === null ? [] : [await pictured(picture, card.isPortrait)];
  return drawing.composite(inset).png({ palette: true, quality: 90, effort: 4 }).toBuffer();
}

function nameOf(siteName: string) {
  const style = {
    display: 'flex',
    color: COLOURS.ink,
    fontSize: 36,
    fontFamily: SHARE_FONT_FAMILY,
  };
  return { type: 'div', props: { style, children: siteName } };
}

/** Paper, words, the mark of the site, and the saw-tooth border of its header along the foot. */
function background(words: string, name: string, isBare: boolean): string {
  const { paper, accent } = COLOURS;
  const tooth = BAND / 2;
  const star = `<path d="M-11-11H11V11H-11Z"/><path d="M0-15.6 15.6 0 0 15.6-15.6 0Z"/><circle r="4.2" fill="${paper}"/>`;
  const ornament = `<g transform="translate(${WIDTH - 150} ${HEIGHT - 190}) scale(19)" fill="#eee7d8">${star}</g>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">` +
    `<defs><pattern id="band" width="${BAND}" height="${BAND}" patternUnits="userSpaceOnUse" y="${HEIGHT - BAND}">` +
    `<path fill="${accent}" d="M0 0H${BAND}L${tooth} ${tooth}ZM0 ${BAND}L0 ${tooth} ${tooth} ${BAND}ZM${BAND} ${BAND}V${tooth}L${tooth} ${BAND}Z"/></pattern></defs>` +
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${paper}"/>` +
    (isBare ? ornament : '') +
    placed(words, MARGIN, MARGIN) +
    `<g transform="translate(${MARGIN + 24} ${HEIGHT - 92}) scale(1.5)" fill="${accent}">${star}</g>` +
    placed(name, MARGIN + 64, HEIGHT - 116) +
    `<rect y="${HEIGHT - BAND}" width="${WIDTH}" height="${BAND}" fill="${paper}"/>` +
    `<rect y="${HEIGHT - BAND}" width="${WIDTH}" height="${BAND}" fill="url(#band)"/></svg>`
  );
}

function placed(svg: string, x: number, y: number): string {
  return svg.replace('<svg ', `<svg x="${x}" y="${y}" `);
}

/** The card's picture, cut to its place: along the right edge, or a circle of its own. */
async function pictured(file: string, isPortrait: boolean): Promise<OverlayOptions> {
  const source = sharp(file, { failOn: 'error' }).autoOrient();
  if (!isPortrait) {
    const size = { width: PICTURE, height: HEIGHT - BAND, position: 'attention' };
    const input = await source.resize(size).png().toBuffer();
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
