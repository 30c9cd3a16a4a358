import { Parser } from 'htmlparser2';
import { FRAMEWORK } from '@/lib/server/finish/buildAddress';
import { Cuts } from '@/lib/server/finish/cuts';

type Attributes = Readonly<Record<string, string>>;

/** What Next says of a page to X in copies of Open Graph, which X reads as well. */
const COPIES = /^twitter:(?:title|description|image)/;

/** A page of Next's without its runtime, its data for that, and what React's scripts would look for. */
export function withoutNext(source: string): string {
  const cuts = new Cuts(source);
  let script: number | null = null;
  let emptyDivision: number | null = null;
  const parser = new Parser({
    onopentag(name, attributes) {
      const [start, end] = [parser.startIndex, parser.endIndex + 1];
      emptyDivision = isBareHidden(name, attributes) ? start : null;
      if (name === 'script' && isNexts(attributes)) script = start;
      else if (name === 'meta' && COPIES.test(attributes.name ?? '')) cuts.cut(start, end);
      else if (name === 'link' && attributes.rel === 'preload') cuts.cut(start, end);
    },
    onclosetag(name) {
      const end = parser.endIndex + 1;
      if (name === 'script' && script !== null) cuts.cut(script, end);
      else if (name === 'div' && emptyDivision !== null) cuts.cut(emptyDivision, end);
      script = null;
      emptyDivision = null;
    },
    ontext() {
      emptyDivision = null;
    },
    oncomment() {
      cuts.cut(parser.startIndex, parser.endIndex + 1);
    },
  });
  parser.end(source);
  return cuts.parts().join('');
}

function isNexts({ src, ...attributes }: Attributes): boolean {
  if (src !== undefined) return src.startsWith(FRAMEWORK);
  return Object.keys(attributes).length === 0;
}

/** A place that Next keeps for what it may add later. */
function isBareHidden(name: string, attributes: Attributes): boolean {
  return name === 'div' && 'hidden' in attributes && Object.keys(attributes).length === 1;
}
