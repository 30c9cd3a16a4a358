import type { ArticleRecord } from '@/lib/archive/records';
import { dateline, machineDate } from '@/lib/site/dates';
import type { SiteIdentity } from '@/lib/site/identity';
import { messagesFor } from '@/lib/site/messages';
import { htmlText } from '../portableHtml';

/** What was corrected in an article, as it stands below its text; empty where nothing was. */
export function correctionsHtml(
  { corrections, lang }: Pick<ArticleRecord, 'corrections' | 'lang'>,
  { language, timeZone }: Pick<SiteIdentity, 'language' | 'timeZone'>,
): string {
  if (corrections.length === 0) return '';
  const words = messagesFor(language).article;
  const paragraphs = corrections.map(({ kind, date, text }) => {
    const moment = machineDate(date.at, date.precision, timeZone);
    const written = dateline(date.at, date.precision, { language, timeZone });
    return (
      `<p><strong>${htmlText(words[kind])}</strong>, ` +
      `<time datetime="${moment}">${htmlText(written)}</time>: ` +
      `<span lang="${htmlText(lang)}">${htmlText(text)}</span></p>`
    );
  });
  return `<h2>${htmlText(words.correctionsHeading)}</h2>${paragraphs.join('')}`;
}
