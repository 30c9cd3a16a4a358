import type { PictureFile } from '@/lib/images/picture';
import type { MoneyAmount } from '../../money';

/** The words that the renderer adds to a body, in the page's language. */
export interface BodyLabels {
  /** Heading above the footnotes. */
  readonly footnotes: string;
  /** Name of the link from a footnote to its mark; the number is added to it. */
  readonly backToText: string;
  /** Name of a table that scrolls sideways; its number is added. */
  readonly table: string;
  /** What a card says that leads to another site, e.g. "Open on youtube.com". */
  readonly externalEmbed: (host: string) => string;
}

/** What an amount of money comes to, as the page says it. */
export interface Converted {
  /** Stands behind the amount, its brackets included. */
  readonly text: string;
  /** Says by which rate. */
  readonly title: string;
}

export interface RenderContext {
  /** BCP 47 tag of the body's language; decides on quotation marks. */
  readonly lang: string;
  /** Looks up a picture (`media/NAME`); one that is unknown is left out of the page. */
  readonly picture: (path: string) => PictureFile | undefined;
  readonly labels: BodyLabels;
  /** Host of this site, so that full addresses of its own pages are not taken for foreign ones. */
  readonly siteHost?: string;
  /** Converts an amount of money; nothing is added to one that it gives no answer for. */
  readonly money?: ((money: MoneyAmount) => Converted | undefined) | undefined;
}
