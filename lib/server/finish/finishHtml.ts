import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';
import type { WebLink } from '@/lib/discovery/linkField';
import { Cuts } from './cuts';
import {
  isBareHidden,
  isCopy,
  isData,
  isKeptScript,
  isPreload,
  isStyleSheet,
  refuseOpenBoundary,
  refusePlaceholder,
} from './framework';
import { headLink } from './headLinks';
import { noteElement } from './selectors';
import type { ReadStyles } from './styleFiles';
import { styleSheet } from './styleSheet';
import { tintRules } from './tints';

/** A page without anything of its framework, complete but for the figure of its own weight. */
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
 * Takes out of a rendered page what only its framework's scripts need: the scripts, what loads
 * them early, the copy of the content that they work on, and the comments between texts. Data
 * (JSON-LD) and scripts marked `data-island` stay. In place of links to style sheets stands what the
 * page uses of them.
 * @param readStyles asked for the style sheets that the page links to
 * @throws UnfinishedPageError for a page that waits for scripts to put its parts together
 */
export function finishHtml(source: string, readStyles: ReadStyles): FinishedHtml {
  const cuts = new Cuts(source);
  const used = new Set<string>();
  const tints = new Set<string>();
  const scripts: string[] = [];
  const styles: string[] = [];
  const links: WebLink[] = [];
  let css = '';
  let styleAt: number | undefined;
  /** Of the script or style that is open. */
  let element = { start: 0, contentStart: 0, isKept: true, isRun: true };
  let emptyDivision: number | undefined;
  let awaitsWeight = false;

  const parser = new Parser({
    onopentag(name, attributes) {
      const start = parser.startIndex;
      const end = parser.endIndex + 1;
      refusePlaceholder(name, attributes);
      emptyDivision = isBareHidden(name, attributes) ? start : undefined;
      if (name === 'script') {
        const isRun = !isData(attributes);
        element = { start, contentStart: end, isKept: isKeptScript(attributes), isRun };
      } else if (name === 'style') {
        element = { start, contentStart: end, isKept: false, isRun: false };
        styleAt ??= start;
      } else if (name === 'link' && isPreload(attributes)) {
        cuts.cut(start, end);
      } else if (name === 'link' && isStyleSheet(attributes)) {
        cuts.cut(start, end);
        css += readStyles(attributes.href ?? '');
        styleAt ??= start;
      } else if (name === 'link') links.push(...headLink(attributes));
      else if (name === 'meta' && isCopy(attributes)) cuts.cut(start, end);
      noteElement(used, name, attributes);
      const tint = attributes['data-tint'];
      if (tint !== undefined) tints.add(tint);
      if (WEIGHT in attributes) {
        awaitsWeight = true;
        cuts.cutText(' hidden=""', start, end);
      }
    },
    onclosetag(name) {
      const start = parser.startIndex;
      const end = parser.endIndex + 1;
      if (name === 'script' || name === 'style') {
        const content = source.slice(element.contentStart, start);
        if (!element.isKept) cuts.cut(element.start, end);
        else if (element.isRun && content !== '') scripts.push(hash(content));
        if (name === 'style') css += content;
      } else if (name === 'div' && emptyDivision !== undefined) cuts.cut(emptyDivision, end);
      emptyDivision = undefined;
    },
    ontext() {
      emptyDivision = undefined;
      if (!awaitsWeight) return;
      awaitsWeight = !cuts.divideAt(UNKNOWN_WEIGHT, parser.startIndex, parser.endIndex + 1);
    },
    oncomment(text) {
      refuseOpenBoundary(text);
      cuts.cut(parser.startIndex, parser.endIndex + 1);
    },
  });
  parser.end(source);

  if (styleAt !== undefined) {
    const own = styleSheet(css).usedBy(used) + tintRules(tints);
    styles.push(hash(own));
    cuts.insert(styleAt, `<style>${own}</style>`);
  }
  return { parts: cuts.parts(), scripts, styles, links };
}

/** A hash source of Content Security Policy Level 3, section 2.3.1. */
function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
