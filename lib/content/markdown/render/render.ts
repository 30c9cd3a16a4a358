import type { Root, RootContent } from 'mdast';
import { remark } from 'remark';
import remarkHtml from 'remark-html';
import { headingsOf } from '../headings';
import { ownTree } from '../keptTree';
import { BODY_SCHEMA } from '../schema';
import { rewrite } from '../tree';
import { setTypography, typographyFor } from '../typography';
import { renderBlock } from './blocks';
import type { RenderContext } from './context';
import { pictureOf, renderLonePicture } from './figures';
import { renderFootnotes } from './footnotes';
import { renderLink } from './links';
import { renderMoney } from './money';
import { renderTable } from './tables';
import { renderTasks } from './tasks';

const writer = remark().use(remarkHtml, { sanitize: BODY_SCHEMA }).freeze();

/** What may become part of a class name. */
const LANGUAGE = /^[\w+#-]+$/;

/** Thrown for a body that `inspectBody` refuses to parse (rules `nesting` and `too-complex`). */
export class BodyRefusedError extends Error {
  override readonly name = 'BodyRefusedError';
}

/**
 * Renders an article's Markdown body to HTML that is safe to put into a page: no scripts, no
 * event handlers, no style attributes, nothing from other hosts. What `inspectBody` reports as an
 * error is left out or reduced to its text.
 * @throws BodyRefusedError for a body that is too deep or too complex to parse
 */
export function renderBody(body: string, context: RenderContext): string {
  const result = ownTree(body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body);
  if (!result.ok) throw new BodyRefusedError(result.refusal.message);
  const { root } = result;
  // Before the typography, so that identifiers are those that inspectBody gives.
  setHeadings(root);
  setTypography(root, context.lang);
  renderNodes(root, context);
  renderFootnotes(root, context.labels);
  return writer.stringify(root);
}

function setHeadings(root: Root): void {
  for (const { node, id } of headingsOf(root)) {
    if (id !== '') node.data = { hProperties: { id } };
    // The page has its first-level heading already.
    if (node.depth === 1) node.depth = 2;
  }
}

function renderNodes(root: Root, context: RenderContext): void {
  const set = typographyFor(context.lang) ?? ((line: string) => line);
  /** The pictures made so far, with their captions. */
  const captions = new Map<RootContent, string>();
  let boxes = 0;
  let tables = 0;
  rewrite(root, (node) => {
    switch (node.type) {
      case 'image': {
        const picture = pictureOf(node.url, set(node.alt ?? ''), context);
        if (picture) captions.set(picture, node.title ?? '');
        return picture ?? [];
      }
      case 'money':
        return renderMoney(node, context);
      case 'link':
        return renderLink(node, context);
      case 'paragraph': {
        const [only] = node.children;
        if (only === undefined) return [];
        const caption = captions.get(only);
        return node.children.length === 1 && caption !== undefined
          ? renderLonePicture(node, caption, set)
          : node;
      }
      case 'heading':
        return node.children.length === 0 ? [] : node;
      case 'table':
        tables += 1;
        return renderTable(node, `${context.labels.table} ${tables}`);
      case 'list':
        return renderTasks(node);
      case 'leafDirective':
      case 'containerDirective':
        return renderBlock(node, context, set, () => ++boxes);
      case 'code':
        return node.lang && !LANGUAGE.test(node.lang) ? { ...node, lang: null } : node;
      case 'html':
        return [];
      default:
        return node;
    }
  });
}
