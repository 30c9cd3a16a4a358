import { stringify } from 'yaml';
import { bodyHtml } from '@/lib/archive/queries/body';
import { portableMarkdown } from '@/lib/content/markdown';
import { isSlug } from '@/lib/site/slug';
import type { Document } from '../document';
import type { DocumentContext, DocumentKind } from '../documents';
import { portableHtml } from '../portableHtml';
import { type ArticleFacts, type FoundArticle, findArticle } from './articleFacts';

/** Media types without parameters. */
export const MARKDOWN_TYPE = 'text/markdown';
export const JSON_TYPE = 'application/json';

const ADDRESS = /^\/articles\/([^/]+)\.(md|json)$/;

/** Every article for programs: as Markdown with front matter, and as data. */
export const articleFileAt: DocumentKind = (path) => {
  const [, slug = '', format] = ADDRESS.exec(path) ?? [];
  if (!isSlug<'article'>(slug)) return null;
  const write = format === 'md' ? markdown : data;
  return (context) => {
    const found = findArticle(context.reader, context.siteUrl, slug);
    if (found === null) return null;
    return {
      ...write(context, found),
      modified: found.modified,
      fields: { Link: `<${found.facts.url}>; rel="canonical"`, 'X-Robots-Tag': 'noindex' },
    };
  };
};

type Text = Pick<Document, 'type' | 'body'>;

function markdown(_: DocumentContext, { facts, body }: FoundArticle): Text {
  const front = stringify(given(facts), { lineWidth: 0 });
  return {
    type: `${MARKDOWN_TYPE}; charset=utf-8; variant=GFM`,
    body: `---\n${front}---\n\n${portableMarkdown(body, facts.url)}`,
  };
}

function data({ reader }: DocumentContext, { facts, body }: FoundArticle): Text {
  const html = portableHtml(bodyHtml(reader, body, facts.language), facts.url);
  return {
    type: `${JSON_TYPE}; charset=utf-8`,
    body: `${JSON.stringify({ ...facts, html, markdown: portableMarkdown(body, facts.url) })}\n`,
  };
}

/** Front matter names what there is: no empty lists, and nothing that is null. */
function given(facts: ArticleFacts): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
