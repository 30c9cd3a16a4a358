import type { Marked } from '@/lib/archive/search/marks';

/** Text with what was looked for marked. */
export function MarkedText({ parts }: { readonly parts: Marked }) {
  let at = 0;
  return parts.map(({ text, isMatch }) => {
    const key = at;
    at += text.length;
    return isMatch ? <mark key={key}>{text}</mark> : text;
  });
}
