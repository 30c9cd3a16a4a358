import type { Paragraph } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { closest } from '../../suggest';
import { NEWS_BLOCKS, type NewsBlock } from '../newsBlocks';
import { type Span, spanOf } from '../places';
import type { Report } from '../report';
import { checkAttributes } from './attributes';

/** A news block: its name, its form, its attributes, and that it is closed and not empty. */
export function checkBlock(node: ContainerDirective | LeafDirective, report: Report): void {
  const opening = openingOf(node);
  const block = NEWS_BLOCKS.get(node.name);
  if (node.type === 'containerDirective' && !node.data?.position?.closing) {
    report.error(opening, {
      rule: 'unclosed-directive',
      message:
        'This block is not closed: end it with a line ":::". A block around another needs more colons than it, such as "::::".',
    });
  }
  if (!block) {
    reportUnknown(node.name, nameSpan(node, opening, report), report);
    return;
  }
  const form = node.type === 'leafDirective' ? 'leaf' : 'container';
  if (form !== block.form) {
    report.error(opening, {
      rule: 'directive-form',
      message:
        block.form === 'leaf'
          ? `"${node.name}" is a single line: ${block.example}`
          : `"${node.name}" is written on lines of its own: ${block.example}, the text, and a line ":::".`,
    });
  }
  checkAttributes(node, block, nameSpan(node, opening, report), report);
  checkContent(node, block, opening, report);
}

function checkContent(
  node: ContainerDirective | LeafDirective,
  block: NewsBlock,
  opening: Span,
  report: Report,
): void {
  const label = labelOf(node);
  if (label) {
    report.error(label, {
      rule: 'directive-label',
      message: `Text in square brackets is not shown here; write ${block.example}`,
    });
  }
  if (block.needsText && node.children.length === 0) {
    report.error(opening, {
      rule: 'empty-block',
      message: `This block has no text; write it between ${block.example} and ":::".`,
    });
  }
}

function labelOf(node: ContainerDirective | LeafDirective): Span | undefined {
  if (node.type === 'containerDirective') {
    const [first] = node.children;
    return first?.type === 'paragraph' && first.data?.directiveLabel ? spanOf(first) : undefined;
  }
  const first = node.children.at(0);
  const last = node.children.at(-1);
  return first && last ? { start: spanOf(first).start, end: spanOf(last).end } : undefined;
}

function reportUnknown(name: string, span: Span, report: Report): void {
  const meant = closest(name, NEWS_BLOCKS.keys());
  const known = [...NEWS_BLOCKS.keys()].join(', ');
  report.error(span, {
    rule: 'unknown-directive',
    message: meant
      ? `Unknown block "${name}". Did you mean "${meant}"?`
      : `Unknown block "${name}". Known: ${known}.`,
    suggestion: meant,
  });
}

/**
 * A line that looks like a news block but was read as text: a fence without a block, or a block
 * that is misspelt beyond its name.
 */
export function checkStrayFence(paragraph: Paragraph, report: Report): void {
  const [first] = paragraph.children;
  if (first?.type !== 'text' || !/(?:^|\n):::?/.test(first.value)) return;
  const { start, end } = spanOf(paragraph);
  const source = report.source({ start, end });
  for (const match of source.matchAll(
    /(?<=^|\n)[ \t]*(:{2,})([ \t]*)(?:[A-Za-z][^\n]*|(?=\r?\n|$))/g,
  )) {
    const at = start + match.index + match[0].indexOf(':');
    const isFence = match[0].trim() === match[1];
    report.error(
      { start: at, end: at + match[0].trim().length },
      {
        rule: isFence ? 'stray-fence' : 'directive-syntax',
        message: isFence
          ? 'This line closes a block, but none is open here. Blocks in one another need different numbers of colons, the outer one more.'
          : 'This line is not read as a block. Write the name right after the colons and each attribute as name="text", such as :::factbox{title="..."}',
      },
    );
  }
}

function openingOf(node: ContainerDirective | LeafDirective): Span {
  const opening = node.data?.position?.opening;
  if (!opening) return spanOf(node);
  return { start: opening.start.offset ?? 0, end: opening.end.offset ?? 0 };
}

function nameSpan(node: ContainerDirective | LeafDirective, opening: Span, report: Report): Span {
  const colons = /^:*/.exec(report.source(opening))?.[0].length ?? 0;
  const start = opening.start + colons;
  return { start, end: start + node.name.length };
}
