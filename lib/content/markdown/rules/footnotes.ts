import type { FootnoteDefinition, Root, Text } from 'mdast';
import { type Span, spanOf } from '../places';
import type { Report } from '../report';
import { walk } from '../tree';

const UNDEFINED_MARK = /(?<!\\)\[\^([^\]\s]+)\]/g;

/** Footnotes whose mark or whose text is missing. */
export function checkFootnotes(root: Root, report: Report): void {
  const used = new Set<string>();
  const definitions: FootnoteDefinition[] = [];
  walk(root, (node) => {
    if (node.type === 'footnoteReference') used.add(node.identifier);
    if (node.type === 'footnoteDefinition') definitions.push(node);
    if (node.type === 'text' && node.value.includes('[^')) checkText(node, report);
  });
  const known = new Set<string>();
  for (const definition of definitions) {
    const { identifier, label } = definition;
    const span = labelSpan(definition, report);
    if (known.has(identifier)) {
      report.warn(span, {
        rule: 'repeated-footnote',
        message: `Footnote "${label ?? identifier}" is written twice and this text is left out; delete one.`,
      });
    } else if (!used.has(identifier)) {
      report.warn(span, {
        rule: 'unused-footnote',
        message: `No mark [^${label ?? identifier}] leads to this footnote, so it is left out; set the mark or delete it.`,
      });
    }
    known.add(identifier);
  }
}

/** A mark that leads nowhere is read as plain text. */
function checkText(node: Text, report: Report): void {
  const { start, end } = spanOf(node);
  for (const match of report.source({ start, end }).matchAll(UNDEFINED_MARK)) {
    const at = start + match.index;
    report.warn(
      { start: at, end: at + match[0].length },
      {
        rule: 'missing-footnote',
        message: `Footnote "${match[1]}" has no text; write it on a line that begins with ${match[0]}: or delete the mark.`,
      },
    );
  }
}

function labelSpan(definition: FootnoteDefinition, report: Report): Span {
  const { start, end } = spanOf(definition);
  const length = report.source({ start, end }).indexOf(']:') + 1;
  return { start, end: length > 0 ? start + length : end };
}
