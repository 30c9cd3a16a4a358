import { mentionsMoney, type RenderContext, renderBody } from '@/lib/content/markdown';
import { messagesFor } from '@/lib/site/messages';
import type { Reader } from '../reader';
import { keptHtml } from './keptHtml';
import { pictureFile } from './pictures';

interface BodyOptions {
  /** That of the publication, where nothing else is said. */
  readonly lang?: string;
  /** Converts the amounts in the body; without it, nothing is added to them. */
  readonly money?: RenderContext['money'];
}

/** Markdown of an article, bio or page as HTML, its pictures with their dimensions. */
export function bodyHtml(
  reader: Reader,
  markdown: string,
  { lang = reader.site.language, money }: BodyOptions = {},
): string {
  const words = messagesFor(reader.site.language).article;
  const labels = {
    footnotes: words.notes,
    backToText: words.backToText,
    externalEmbed: words.embed,
    table: words.table,
  };
  const find = (path: string) => pictureFile(reader, path) ?? undefined;
  if (money && mentionsMoney(markdown)) {
    return renderBody(markdown, { lang, money, picture: find, labels });
  }
  const key = [reader.site.language, lang, markdown].join('\n');
  return keptHtml(key, find, (picture) => renderBody(markdown, { lang, picture, labels }));
}
