import { articleCard } from '@/lib/archive/queries/article';
import type { ArticleCard } from '@/lib/archive/queries/cards';
import { oldAddress } from '@/lib/archive/queries/redirects';
import type { Reader } from '@/lib/archive/reader';
import { readPath } from '@/lib/site/addresses';
import { asked, routes, type SitePath } from '@/lib/site/routes';
import { isSlug } from '@/lib/site/slug';
import type { Document } from '../document';
import type { DocumentKind } from '../documents';
import { xmlDocument } from '../xml';
import { type Embed, embedOf } from './embed';
import { type EmbedQuestion, type EmbedRefusal, readQuestion } from './question';

const NOINDEX = { 'X-Robots-Tag': 'noindex' };

/** How other sites show an article that they link to (oEmbed 1.0). */
export const oembedAt: DocumentKind = (path) => {
  if (path !== routes.oembed()) return null;
  return ({ reader, siteUrl, query }) => {
    const question = readQuestion(query, siteUrl);
    if ('status' in question) return refusal(question);
    const article = articleAt(reader, question.path);
    if (article === null) return refusal({ status: 404, message: 'There is no such article.' });
    return answer(embedOf(reader, siteUrl, article, question), question.format);
  };
};

function answer(embed: Embed, format: EmbedQuestion['format']): Document {
  const shared = { modified: null, fields: NOINDEX };
  if (format === 'json') {
    return { ...shared, type: 'application/json', body: `${JSON.stringify(embed)}\n` };
  }
  const children = Object.entries(embed).map(([name, value]) => ({
    name,
    children: [String(value)],
  }));
  const body = xmlDocument({ name: 'oembed', children });
  return { ...shared, type: 'text/xml; charset=utf-8', body };
}

function refusal({ status, message }: EmbedRefusal): Document {
  const type = 'text/plain; charset=utf-8';
  return { status, type, body: `${message}\n`, modified: null, fields: NOINDEX };
}

/** The article at an address, or at the one that an old address leads to. */
function articleAt(reader: Reader, path: SitePath): ArticleCard | null {
  const named = readPath(path);
  if (named?.kind === 'article' && asked.article(named.value) === path) {
    const card = isSlug<'article'>(named.value) ? articleCard(reader, named.value) : null;
    if (card !== null) return card;
  }
  const old = oldAddress(reader, path);
  const target = old?.kind === 'moved' ? readPath(old.target) : undefined;
  if (target?.kind !== 'article' || !isSlug<'article'>(target.value)) return null;
  return articleCard(reader, target.value);
}
