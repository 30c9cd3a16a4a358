import { LRUCache } from 'lru-cache';
import { loadSharp } from '@/lib/images/loadSharp';
import { COLOURS } from './colours';
import { shareFont } from './fonts';
import { glyphsOf } from './glyphs';
import { NAME_HEIGHT, nameLine } from './layout';
import { ink, type Pixels } from './pixels';
import { BAND, MARGIN, MARK } from './places';
import { SHARE_SIZE } from './shareCard';

const { width: WIDTH, height: HEIGHT } = SHARE_SIZE;
/** Of the middle of the site's mark and name. */
const NAME_PLACE = HEIGHT - 92;

const papers = new LRUCache<string, Promise<Pixels>>({ max: 6 });

/**
 * What all cards of one shape have alike. Whoever draws on it takes a copy.
 * @param width of the column of words, in pixels
 * @param isBare whether no picture stands beside it
 */
export function paperOf(siteName: string, width: number, isBare: boolean): Promise<Pixels> {
  const key = JSON.stringify([siteName, width, isBare]);
  const known = papers.get(key);
  if (known) return known;
  const drawn = drawPaper(siteName, width, isBare);
  papers.set(key, drawn);
  drawn.catch(() => papers.delete(key));
  return drawn;
}

async function drawPaper(siteName: string, width: number, isBare: boolean): Promise<Pixels> {
  const sharp = await loadSharp();
  const data = await sharp(Buffer.from(background(isBare)))
    .removeAlpha()
    .raw()
    .toBuffer();
  const pixels = { data, width: WIDTH, height: HEIGHT };
  const name = await glyphsOf(nameLine(siteName, width - MARK, await shareFont()));
  ink(pixels, name, MARGIN + MARK, NAME_PLACE - NAME_HEIGHT / 2);
  return pixels;
}

/** Paper, the mark of the site, and the saw-tooth border of its header along the foot. */
function background(isBare: boolean): string {
  const { paper, accent, ornament } = COLOURS;
  const tooth = BAND / 2;
  const star = `<path d="M-11-11H11V11H-11Z"/><path d="M0-15.6 15.6 0 0 15.6-15.6 0Z"/><circle r="4.2" fill="${paper}"/>`;
  const large = `<g transform="translate(${WIDTH - 84} ${HEIGHT - 104}) scale(15)" fill="${ornament}">${star}</g>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">` +
    `<defs><pattern id="band" width="${BAND}" height="${BAND}" patternUnits="userSpaceOnUse" y="${HEIGHT - BAND}">` +
    `<path fill="${accent}" d="M0 0H${BAND}L${tooth} ${tooth}ZM0 ${BAND}L0 ${tooth} ${tooth} ${BAND}ZM${BAND} ${BAND}V${tooth}L${tooth} ${BAND}Z"/></pattern></defs>` +
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${paper}"/>` +
    (isBare ? large : '') +
    `<g transform="translate(${MARGIN + 24} ${NAME_PLACE}) scale(1.5)" fill="${accent}">${star}</g>` +
    `<rect y="${HEIGHT - BAND}" width="${WIDTH}" height="${BAND}" fill="${paper}"/>` +
    `<rect y="${HEIGHT - BAND}" width="${WIDTH}" height="${BAND}" fill="url(#band)"/></svg>`
  );
}
