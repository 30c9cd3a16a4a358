import type { ArticleCard } from '@/lib/archive/queries/cards';
import type { Reader } from '@/lib/archive/reader';
import type { PictureFile } from '@/lib/images/picture';
import { offeredWidths } from '@/lib/images/slots';
import { heightOf } from '@/lib/images/variants';
import { absolute, routes } from '@/lib/site/routes';
import { authorNames } from '../names';
import { type PortableVariant, portableVariant } from '../portablePicture';
import type { EmbedQuestion } from './question';
import { quotation } from './quotation';

/** The parameters of a response, by their names (oEmbed 1.0, section 2.3.4). */
export type Embed = Readonly<Record<string, string | number>>;

type Bounds = Pick<EmbedQuestion, 'maxWidth' | 'maxHeight'>;

/** Seconds for which consumers may keep it: corrections should reach them within the day. */
const KEPT_FOR = 3600;
/** Pixels; it stands beside a few lines of text. */
const WIDEST_THUMBNAIL = 680;

/** An article as a quotation of its opening; as a mere link where that has no room. */
export function embedOf(
  reader: Reader,
  siteUrl: string,
  article: ArticleCard,
  bounds: Bounds,
): Embed {
  const { site } = reader;
  const url = absolute(siteUrl, routes.article(article.slug));
  const quoted = quotation(article, site, url, bounds);
  const authors = authorNames(reader, siteUrl, {
    authors: article.bylines.map(({ slug }) => slug),
  });
  const [author, ...others] = authors;
  return {
    version: '1.0',
    type: quoted === null ? 'link' : 'rich',
    title: article.title,
    author_name: authors.map(({ name }) => name).join(', '),
    // It has room for one address: of several authors, none is the author.
    ...(author?.url && others.length === 0 && { author_url: author.url }),
    provider_name: site.name,
    provider_url: absolute(siteUrl, routes.front()),
    cache_age: KEPT_FOR,
    ...thumbnailFields(article.image && thumbnail(siteUrl, article.image, bounds)),
    ...quoted,
  };
}

function thumbnail(siteUrl: string, file: PictureFile, bounds: Bounds): PortableVariant | null {
  const width = offeredWidths(file.width)
    .filter((one) => one <= Math.min(bounds.maxWidth, WIDEST_THUMBNAIL))
    .filter((one) => heightOf(file, one) <= bounds.maxHeight)
    .at(-1);
  return width === undefined ? null : portableVariant(siteUrl, file, width, 'webp');
}

function thumbnailFields(variant: PortableVariant | null): Embed {
  if (variant === null) return {};
  const { url, width, height } = variant;
  return { thumbnail_url: url, thumbnail_width: width, thumbnail_height: height };
}
