import type { PictureFile } from '@/lib/images/picture';

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

export interface RenderContext {
  /** BCP 47 tag of the body's language; decides on quotation marks. */
  readonly lang: string;
  /** Looks up a picture (`media/NAME`); one that is unknown is left out of the page. */
  readonly picture: (path: string) => PictureFile | undefined;
  readonly labels: BodyLabels;
  /** Host of this site, so that full addresses of its own pages are not taken for foreign ones. */
  readonly siteHost?: string;
}
