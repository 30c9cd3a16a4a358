import type { Marked } from '@/lib/archive/search/search';

/** Text in which what was searched for is marked. */
export function MarkedText({ parts }: { readonly parts: Marked }) {
  return parts.map(({ text, isMatch }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts are rendered once and never reordered.
    isMatch ? <mark key={index}>{text}</mark> : text,
  );
}
