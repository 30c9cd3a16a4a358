import type { Link } from 'mdast';
import { closest } from '../../suggest';
import { decoded, kindOfAddress, mediaPath, withoutSuffix } from '../addresses';
import { type Span, spanOf } from '../places';
import { inlineText } from '../plain';
import type { Report } from '../report';
import { walk } from '../tree';

/** Where a link leads: reports what cannot be published, refers what has to exist elsewhere. */
export function checkLink(link: Link, anchors: ReadonlySet<string>, report: Report): void {
  const { url } = link;
  const span = link.data?.address ?? addressSpan(link, report);
  if (!hasContent(link)) {
    report.error(spanOf(link), {
      rule: 'empty-link',
      message: 'This link has no text; write in the brackets what it leads to.',
    });
  }
  switch (kindOfAddress(url)) {
    case 'media':
      report.refer('media', mediaPath(url) ?? url, span);
      break;
    case 'site':
      report.refer('address', decoded(withoutSuffix(url)), span);
      if (url.includes('#')) {
        const fragment = decoded(url.slice(url.indexOf('#') + 1));
        report.refer('anchor', `${decoded(withoutSuffix(url))}#${fragment}`, span);
      }
      break;
    case 'fragment':
      checkAnchor(decoded(url.slice(1)), anchors, span, report);
      break;
    case 'unsafe':
      report.error(span, {
        rule: 'unsafe-link',
        message: `Links beginning with "${schemeOf(url)}" are not published; link to an https:// address.`,
      });
      break;
    case 'broken':
      report.error(span, {
        rule: 'broken-link',
        message: 'This is no complete address; write it in full, such as https://example.org/page.',
      });
      break;
    case 'relative':
      report.error(span, relativeLink(url));
      break;
    default:
  }
}

function relativeLink(url: string) {
  const rule = 'relative-link';
  if (url === '') return { rule, message: 'This link leads nowhere; write an address in it.' };
  const file = /([a-z0-9-]+)\.md$/.exec(withoutSuffix(url))?.[1];
  const suggestion = /^www\./i.test(url) ? `https://${url}` : file && `/articles/${file}`;
  return {
    rule,
    message: `"${url}" leads nowhere from a page of its own; begin with "/" for this site (/articles/SLUG), with "https://" for another, or with "media/" for a file.`,
    suggestion,
  };
}

function checkAnchor(id: string, anchors: ReadonlySet<string>, span: Span, report: Report): void {
  // "#" and "#top" are the page's top in every browser.
  if (id === '' || id === 'top' || anchors.has(id)) return;
  const meant = closest(id, anchors);
  report.warn(span, {
    rule: 'missing-anchor',
    message: `No heading of this text is at "#${id}".${meant ? ` Did you mean "#${meant}"?` : ''}`,
    suggestion: meant && `#${meant}`,
  });
}

/** The place of an address that stands for itself, such as `<https://example.org>`. */
function addressSpan(link: Link, report: Report): Span {
  const span = spanOf(link);
  return report.source(span).startsWith('<') ? { start: span.start + 1, end: span.end - 1 } : span;
}

function hasContent(link: Link): boolean {
  if (link.children.some((child) => inlineText(child) !== '')) return true;
  let named = false;
  walk(link, (node) => {
    if (node.type === 'image' && node.alt?.trim()) named = true;
    if (node.type === 'text' && node.value.trim() !== '') named = true;
  });
  return named;
}

function schemeOf(url: string): string {
  return `${url.slice(0, url.indexOf(':')).trim()}:`;
}
