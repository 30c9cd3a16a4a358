import type { Nodes } from 'mdast';
import type { Finding } from '../diagnostics';
import type { Reference } from '../references';
import { headingsOf } from './headings';
import { keptTree } from './keptTree';
import { readPlain } from './plain';
import { type BodyPlace, Report } from './report';
import { checkBlock, checkStrayFence } from './rules/blocks';
import { checkFootnotes } from './rules/footnotes';
import { checkHeadings } from './rules/headings';
import { checkHtml } from './rules/html';
import { checkImage } from './rules/images';
import { checkLink } from './rules/links';
import { checkMoney, checkUnclosedMoney } from './rules/money';
import { checkTable } from './rules/tables';
import { childrenOf, walk } from './tree';

/** Parents whose raw HTML is tags within text; in all others it is a block of its own. */
const HOLDS_TEXT: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'emphasis',
  'strong',
  'delete',
  'link',
  'tableCell',
]);

/** A heading as a table of contents needs it. */
export interface BodyHeading {
  readonly level: number;
  readonly text: string;
  /** The identifier it has in the rendered page. */
  readonly id: string;
}

/** What there is to know of a body without its HTML. */
export interface BodyInspection {
  /** In the order of the file. */
  readonly findings: readonly Finding[];
  readonly references: readonly Reference[];
  /** Everything a reader reads, with a blank line between blocks; for the full text index. */
  readonly plain: string;
  /** The ordinary paragraphs alone; for excerpts. */
  readonly opening: string;
  readonly words: number;
  readonly headings: readonly BodyHeading[];
}

/**
 * Reads an article's Markdown body: what is wrong in it, what it refers to, and its plain text.
 * Never throws; a body that would take too long to parse gives one error and no text.
 * @param lang BCP 47 tag of the body, where it is known; decides how commas in amounts are read
 */
export function inspectBody(body: string, place: BodyPlace, lang?: string): BodyInspection {
  const result = keptTree(body);
  if (!result.ok) {
    const report = new Report(body, place, (offset) => offset);
    report.error(result.refusal, result.refusal);
    const { findings, references } = report;
    return { findings, references, plain: '', opening: '', words: 0, headings: [] };
  }
  const { root, toBody } = result.parsed;
  const report = new Report(body, place, toBody);
  const headings = headingsOf(root);
  const anchors = new Set(headings.map(({ id }) => id));
  checkHeadings(headings, report);
  checkFootnotes(root, report);
  walk(root, (node) => checkNode(node, anchors, report, lang));
  return {
    findings: report.findings.sort((a, b) => a.line - b.line || a.column - b.column),
    references: report.references,
    ...readPlain(root),
    headings: headings
      .filter(({ id }) => id !== '')
      .map(({ node, text, id }) => ({ level: Math.max(2, node.depth), text, id })),
  };
}

function checkNode(
  node: Nodes,
  anchors: ReadonlySet<string>,
  report: Report,
  lang: string | undefined,
): void {
  switch (node.type) {
    case 'link':
      checkLink(node, anchors, report);
      break;
    case 'money':
      checkMoney(node, report, lang);
      break;
    case 'text':
      checkUnclosedMoney(node, report);
      break;
    case 'image':
      checkImage(node, report);
      break;
    case 'leafDirective':
    case 'containerDirective':
      checkBlock(node, report);
      break;
    case 'paragraph':
      checkStrayFence(node, report);
      break;
    case 'table':
      checkTable(node, report);
      break;
    default:
  }
  for (const child of childrenOf(node)) {
    if (child.type === 'html') checkHtml(child, HOLDS_TEXT.has(node.type), report);
  }
}
