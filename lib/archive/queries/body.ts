import { type RenderContext, renderBody } from '@/lib/content/markdown';
import { messagesFor } from '@/lib/site/messages';
import type { Reader } from '../reader';
import { pictureFile } from './pictures';

interface BodyOptions {
  /** That of the publication, where nothing else is said. */
  readonly lang?: string;
  /** Converts the amounts in the body; without it, nothing is added to them. */
  readonly money?: RenderContext['money'];
  /** Finds a picture by its path; in the archive, where nothing else is said. */
  readonly picture?: RenderContext['picture'];
}

/** Markdown of an article, bio or page as HTML, its pictures with their dimensions. */
export function bodyHtml(
  reader: Reader,
  markdown: string,
  {
    lang = reader.site.language,
    money,
    picture = (path) => pictureFile(reader, path) ?? undefined,
  }: BodyOptions = {},
): string {
  const words = messagesFor(reader.site.language).article;
  return renderBody(markdown, {
    lang,
    money,
    picture,
    labels: {
      footnotes: words.notes,
      backToText: words.backToText,
      externalEmbed: words.embed,
      table: words.table,
    },
  });
}
