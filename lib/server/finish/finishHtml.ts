import { createHash } from 'node:crypto';
import type { WebLink } from '@/lib/discovery/linkField';
import { Cuts } from './cuts';
import { noteElement } from './elements';
import { isData, isKeptScript, isPreload, isStyleSheet } from './framework';
import { headLink } from './headLinks';
import type { ReadStyles } from './styleFiles';
import { styleSheet } from './styleSheet';
import { forEachTag, type Tag } from './tags';
import { tintRules } from './tints';

/** A page as readers get it, complete but for the figure of its own weight. */
export interface FinishedHtml {
  /** The page, divided where its weight is to be written; one part where it shows none. */
  readonly parts: readonly string[];
  /** Hashes of the inline scripts and styles, as a Content-Security-Policy names them. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** Links of the head that the answer itself says too. */
  readonly links: readonly WebLink[];
}

/** Attribute of the element that says what the page weighs; hidden while the figure is unknown. */
const WEIGHT = 'data-page-weight';
/** What stands in that element in place of the figure. */
const UNKNOWN_WEIGHT = '0.0';

/**
 * Puts what a page uses of its style sheets in place of the links to them, and says what its policy has to name. What
 * loads something early goes, since a finished page holds it or does without, and scripts go that are neither data
 * (JSON-LD) nor marked `data-island`.
 * @param source page as React writes it
 * @param readStyles asked for the style sheets that the page links to
 */
export function finishHtml(source: string, readStyles: ReadStyles): FinishedHtml {
  const cuts = new Cuts(source);
  const used = new Set<string>();
  const tints = new Set<string>();
  const scripts: string[] = [];
  const links: WebLink[] = [];
  const sheets: string[] = [];
  let styleAt: number | undefined;

  forEachTag(source, (tag) => {
    const { name, attributes, start, end, textEnd } = tag;
    noteElement(used, name, attributes);
    const tint = attributes['data-tint'];
    if (tint !== undefined) tints.add(tint);
    if (name === 'script') {
      const content = source.slice(end, textEnd);
      if (!isKeptScript(attributes)) cuts.cut(start, elementEnd(tag));
      else if (!isData(attributes) && content !== '') scripts.push(hash(content));
    } else if (name === 'style') {
      cuts.cut(start, elementEnd(tag));
      sheets.push(source.slice(end, textEnd));
      styleAt ??= start;
    } else if (name === 'link') {
      if (isStyleSheet(attributes)) {
        cuts.cut(start, end);
        sheets.push(readStyles(attributes.href ?? ''));
        styleAt ??= start;
      } else if (isPreload(attributes)) cuts.cut(start, end);
      else links.push(...headLink(attributes));
    }
    if (WEIGHT in attributes) {
      cuts.cutText(' hidden=""', start, end);
      cuts.divideAt(UNKNOWN_WEIGHT, end, indexAfter(source, '</', end));
    }
  });

  const styles: string[] = [];
  if (styleAt !== undefined) {
    const own = styleSheet(sheets).usedBy(used) + tintRules(tints);
    styles.push(hash(own));
    cuts.insert(styleAt, `<style>${own}</style>`);
  }
  return { parts: cuts.parts(), scripts, styles, links };
}

/** Of an element that holds text alone, with its end tag. */
function elementEnd({ name, textEnd }: Tag): number {
  return textEnd + `</${name}>`.length;
}

function indexAfter(source: string, text: string, from: number): number {
  const at = source.indexOf(text, from);
  return at < 0 ? source.length : at;
}

/** A hash source of Content Security Policy Level 3, section 2.3.1. */
function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
