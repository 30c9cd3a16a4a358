import type { HeadingPlace } from '../headings';
import { type Span, spanOf } from '../places';
import type { Report } from '../report';

/** Levels of headings: never the page's own first level, and no level left out going down. */
export function checkHeadings(headings: readonly HeadingPlace[], report: Report): void {
  let above = 1;
  for (const { node, text } of headings) {
    const { depth } = node;
    const marks = marksOf(spanOf(node), depth, report);
    if (text === '') {
      report.error(spanOf(node), {
        rule: 'empty-heading',
        message: 'This heading has no text; write one or delete the line.',
      });
    }
    if (depth === 1) {
      report.error(marks ?? spanOf(node), {
        rule: 'heading-level',
        message: 'The title is the only first-level heading of a page; begin headings with "##".',
        suggestion: marks && '##',
      });
    } else if (depth > above + 1) {
      const wanted = '#'.repeat(above + 1);
      report.warn(marks ?? spanOf(node), {
        rule: 'heading-jump',
        message: `This heading leaves out a level; write "${wanted}".`,
        suggestion: wanted,
      });
    }
    above = Math.max(2, depth);
  }
}

/** Where the number signs stand; undefined for a heading that is underlined. */
function marksOf({ start, end }: Span, depth: number, report: Report): Span | undefined {
  const marks = { start, end: start + depth };
  return report.source({ start, end }).startsWith('#') ? marks : undefined;
}
