import type { Segment } from '@/lib/publishing/history/passages';
import type { ViewContext } from '../context';

interface MarkedProps {
  readonly segment: Segment;
  readonly context: ViewContext;
}

/** A stretch of text, marked where it was put in or taken out; in words for those who hear it. */
export function Marked({ segment: { kind, text }, context }: MarkedProps) {
  const { spoken } = context.messages.history;
  if (kind === 'same') return text;
  const Mark = kind === 'added' ? 'ins' : 'del';
  const lang = context.site.language;
  // The mark lies on the words; white space around them belongs to the line, unless it is all.
  const words = text.trim() || text;
  const [before = '', after = ''] = text.split(words, 2);
  return (
    <>
      {before}
      <Mark>
        <span className="sr-only" lang={lang}>
          {` ${spoken[kind]} `}
        </span>
        {words}
        <span className="sr-only" lang={lang}>
          {` ${spoken.end} `}
        </span>
      </Mark>
      {after}
    </>
  );
}
