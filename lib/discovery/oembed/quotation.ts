import type { ArticleCard } from '@/lib/archive/queries/cards';
import { longDate, machineDate } from '@/lib/site/dates';
import type { SiteIdentity } from '@/lib/site/identity';
import { htmlText } from '../portableHtml';

/** An article in the form that other sites put into their pages. */
export interface Quotation {
  /** Without a script, a style or a frame. */
  readonly html: string;
  /** Pixels that it needs. */
  readonly width: number;
  readonly height: number;
}

const WIDTH = 600;
/** Pixels; in less, every other word would break. */
const NARROWEST = 240;

/**
 * Pixels of text of 16 px, generously: a line, a letter, the space between paragraphs, and what
 * browsers set in on both sides. The page that shows it decides on its looks; this is room enough.
 */
const LINE = 26;
const LETTER = 9;
const GAP = 16;
const MARGINS = 80;

/** Headline, standfirst and byline; null where they do not fit. */
export function quotation(
  { title, summary, bylines, published, lang }: ArticleCard,
  { name, language, timeZone }: Pick<SiteIdentity, 'name' | 'language' | 'timeZone'>,
  url: string,
  bounds: { readonly maxWidth: number; readonly maxHeight: number },
): Quotation | null {
  const names = bylines.map((byline) => byline.name).join(', ');
  const day = longDate(published.at, { language, timeZone });
  const moment = machineDate(published.at, published.precision, timeZone);
  const width = Math.min(WIDTH, bounds.maxWidth);
  const lines = [title, summary, `${names} · ${name}, ${day}`];
  const height = lines.reduce((sum, line) => sum + GAP + heightOf(line, width), GAP);
  if (width < NARROWEST || height > bounds.maxHeight) return null;
  const html = [
    `<blockquote cite="${htmlText(url)}">`,
    `<p lang="${htmlText(lang)}"><a href="${htmlText(url)}">${htmlText(title)}</a></p>`,
    `<p lang="${htmlText(lang)}">${htmlText(summary)}</p>`,
    `<p>${htmlText(names)} · ${htmlText(name)}, <time datetime="${moment}">${htmlText(day)}</time></p>`,
    '</blockquote>',
  ].join('');
  return { html, width, height };
}

function heightOf(line: string, width: number): number {
  return Math.ceil((line.length * LETTER) / (width - MARGINS)) * LINE;
}
