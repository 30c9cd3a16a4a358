import { lastChange } from '@/lib/archive/lastChange';
import { pictureFile } from '@/lib/archive/queries/pictures';
import { plainText, type WholeArticle, wholeArticle } from '@/lib/archive/queries/wholeArticles';
import { portableMarkdown } from '@/lib/content/markdown';
import { absolute, routes } from '@/lib/site/routes';
import { isSlug } from '@/lib/site/slug';
import type { DocumentContext, DocumentKind } from '../documents';
import { linkField } from '../linkField';
import { portableBody } from '../portableBody';
import type { ArticleData } from './articleData';
import { articleFacts } from './articleFacts';
import { articleMarkdown } from './articleMarkdown';

type Write = (context: DocumentContext, article: WholeArticle) => string;

const FORMS: Readonly<Record<string, { readonly type: string; readonly write: Write }>> = {
  // RFC 7763, with a variant of RFC 7764.
  md: { type: 'text/markdown; charset=utf-8; variant=GFM', write: writeMarkdown },
  json: { type: 'application/json', write: writeJson },
};

const ADDRESS = /^\/articles\/([^/.]+)\.(md|json)$/;

/** Articles as programs read them: Markdown with front matter, and the typed model as JSON. */
export const articleFormAt: DocumentKind = (path) => {
  const [, slug = '', extension = ''] = ADDRESS.exec(path) ?? [];
  const form = FORMS[extension];
  if (form === undefined || !isSlug<'article'>(slug)) return null;
  return (context) => {
    const { reader, siteUrl } = context;
    const whole = wholeArticle(reader, slug);
    if (whole === null) return null;
    const canonical = whole.article.canonicalUrl ?? absolute(siteUrl, routes.article(slug));
    return {
      type: form.type,
      body: form.write(context, whole),
      // What is announced for later has not happened yet.
      modified: lastChange(whole.article, reader.now),
      fields: {
        Link: linkField([{ rel: 'canonical', href: canonical }]),
        // The page is what searches should find.
        'X-Robots-Tag': 'noindex',
      },
    };
  };
};

function writeMarkdown({ reader, siteUrl }: DocumentContext, { article, body }: WholeArticle) {
  const facts = articleFacts(reader, siteUrl, article);
  const markdown = portableMarkdown(body, {
    page: facts.url,
    hasPicture: (path) => pictureFile(reader, path) !== null,
  });
  return articleMarkdown(facts, markdown);
}

function writeJson({ reader, siteUrl }: DocumentContext, whole: WholeArticle): string {
  const { article } = whole;
  const data: ArticleData = {
    ...articleFacts(reader, siteUrl, article),
    html: portableBody(reader, siteUrl, whole),
    text: plainText(reader, article.slug),
  };
  return `${JSON.stringify(data)}\n`;
}
