import { type RenderContext, renderBody } from '@/lib/content/markdown';
import { messagesFor } from '@/lib/site/messages';
import type { Reader } from '../reader';
import { pictureFile } from './pictures';

/**
 * Markdown of an article, bio or page as HTML, its pictures with their dimensions.
 * @param money converts the amounts in it; without it, nothing is added to them
 */
export function bodyHtml(
  reader: Reader,
  markdown: string,
  lang = reader.site.language,
  money?: RenderContext['money'],
): string {
  const words = messagesFor(reader.site.language).article;
  return renderBody(markdown, {
    lang,
    money,
    picture: (path) => pictureFile(reader, path) ?? undefined,
    labels: {
      footnotes: words.notes,
      backToText: words.backToText,
      externalEmbed: words.embed,
      table: words.table,
    },
  });
}
