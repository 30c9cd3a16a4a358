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
  return (
    <Mark>
      <span className="sr-only" lang={lang}>
        {` ${spoken[kind]} `}
      </span>
      {text}
      <span className="sr-only" lang={lang}>
        {` ${spoken.end} `}
      </span>
    </Mark>
  );
}
