import { renderBody } from '@/lib/content/markdown';
import { messagesFor } from '@/lib/site/messages';
import type { Reader } from '../reader';
import { pictureFile } from './pictures';

/** Markdown of an article, bio or page as HTML, its pictures with their dimensions. */
export function bodyHtml(reader: Reader, markdown: string, lang = reader.site.language): string {
  const words = messagesFor(reader.site.language).article;
  return renderBody(markdown, {
    lang,
    picture: (path) => pictureFile(reader, path) ?? undefined,
    labels: {
      footnotes: words.notes,
      backToText: words.backToText,
      externalEmbed: words.embed,
      table: words.table,
    },
  });
}
