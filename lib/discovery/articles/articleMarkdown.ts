import { stringify } from 'yaml';
import type { ArticleFacts } from './articleData';

/** No `c-printable` (YAML 1.2.2, section 5.1), or a line break to some parsers. */
const UNPRINTABLE = /[\u007F-\u009F\u2028\u2029\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]/gu;

/** An article as Markdown with front matter of its own, in which every text reads back the same. */
export function articleMarkdown(facts: ArticleFacts, body: string): string {
  return `---\n${frontMatter(facts)}---\n\n${body}`;
}

function frontMatter(facts: ArticleFacts): string {
  const { title, summary, lang, published, updated, picture, series, corrections } = facts;
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
  const fields = {
    title,
    authors: facts.authors.map(({ name, url }) => ({ name, ...(url !== null && { url }) })),
    date: published,
    ...(updated !== null && { updated }),
    summary,
    section: facts.section.name,
    ...(facts.genre !== null && { genre: facts.genre }),
    ...(facts.dateline !== null && { dateline: facts.dateline }),
    ...(facts.countries.length > 0 && { countries: names(facts.countries) }),
    ...(facts.topics.length > 0 && { topics: names(facts.topics) }),
    ...(series !== null && { series }),
    lang,
    canonical: facts.canonicalUrl ?? facts.url,
    publisher: facts.site.name,
    ...(picture !== null && { picture: pictureFields(picture) }),
    ...(corrections.length > 0 && { corrections }),
  };
  // Strings of JSON mean the same to parsers of every version of YAML, whatever is in them.
  const text = stringify(fields, {
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    doubleQuotedAsJSON: true,
    lineWidth: 0,
  });
  return text.replace(UNPRINTABLE, escaped);
}

function pictureFields({ url, alt, caption, credit }: NonNullable<ArticleFacts['picture']>) {
  return {
    url,
    alt,
    ...(caption !== null && { caption }),
    ...(credit !== null && { credit }),
  };
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
