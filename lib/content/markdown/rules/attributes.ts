import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { closest } from '../../suggest';
import { hostOf } from '../addresses';
import type { NewsBlock } from '../newsBlocks';
import type { Span } from '../places';
import type { Report } from '../report';
import { checkPicture } from './images';

/** The attributes of a news block: none unknown, none missing, each of the right kind. */
export function checkAttributes(
  node: ContainerDirective | LeafDirective,
  block: NewsBlock,
  name: Span,
  report: Report,
): void {
  const attributes = new Map(Object.entries(node.attributes ?? {}));
  const known = [...block.required, ...block.optional];
  for (const key of attributes.keys()) {
    if (known.includes(key)) continue;
    const meant = closest(key, known);
    report.error(keySpan(node, key, report) ?? name, {
      rule: 'unknown-attribute',
      message: meant
        ? `Unknown attribute "${key}". Did you mean "${meant}"?`
        : `Unknown attribute "${key}". Known here: ${known.join(', ')}.`,
      suggestion: meant,
    });
  }
  for (const key of block.required) {
    const value = attributes.get(key);
    // An empty description is how a picture is said to be decoration.
    if (value?.trim() || (value === '' && key === 'alt')) continue;
    report.error(valueSpan(node, key, report) ?? name, {
      rule: 'missing-attribute',
      message: `"${node.name}" needs ${key}="..."; write ${block.example}`,
    });
  }
  for (const [key, value] of attributes) {
    if (!value || !known.includes(key)) continue;
    checkValue(key, value, valueSpan(node, key, report) ?? name, report);
  }
}

function checkValue(key: string, value: string, span: Span, report: Report): void {
  if (key === 'src' || key === 'poster') checkPicture(value, span, report);
  if (key === 'url' && !isEmbeddable(value)) {
    report.error(span, {
      rule: 'embed-url',
      message:
        'An embed leads to another site; write its address in full, beginning with https://.',
    });
  }
}

/** Whether an embed may lead to an address. */
export function isEmbeddable(url: string): boolean {
  return /^https:/i.test(url) && hostOf(url) !== undefined;
}

/** Place of an attribute, from its name to the end of its value. */
function placeOf(node: ContainerDirective | LeafDirective, key: string): Span | undefined {
  const places = new Map(Object.entries(node.data?.position?.attributes ?? {}));
  const place = places.get(key);
  return place && { start: place.start.offset ?? 0, end: place.end.offset ?? 0 };
}

/** Place of an attribute's name; the whole of a shortcut such as `#id`. */
function keySpan(
  node: ContainerDirective | LeafDirective,
  key: string,
  report: Report,
): Span | undefined {
  const span = placeOf(node, key);
  const isNamed = span && report.source(span).startsWith(key);
  return isNamed ? { start: span.start, end: span.start + key.length } : span;
}

/** Place of an attribute's value without its quotation marks; undefined where it is not given. */
function valueSpan(
  node: ContainerDirective | LeafDirective,
  key: string,
  report: Report,
): Span | undefined {
  const span = placeOf(node, key);
  if (!span) return undefined;
  const match = /=\s*(["']?)(.*)\1$/s.exec(report.source(span));
  if (!match) return span;
  const quote = match[1]?.length ?? 0;
  const end = span.end - quote;
  return { start: end - (match[2]?.length ?? 0), end };
}
