import type { Instant } from '@/lib/site/dates';
import type { ViewContext } from '../context';
import { Dateline } from '../text/When';

interface PreviewNoteProps {
  readonly isDraft: boolean;
  /** When readers will see the article; null where nobody has said so. */
  readonly appears: Instant | null;
  readonly until: Instant;
  readonly context: ViewContext;
}

/** Says over an article that the public does not see it. */
export function PreviewNote({ isDraft, appears, until, context }: PreviewNoteProps) {
  const { preview } = context.messages;
  const moment = (at: Instant) => <Dateline date={{ at, precision: 'minute' }} context={context} />;
  return (
    <aside className="preview-note" aria-label={preview.heading}>
      <p>
        <strong>{preview.heading}</strong>{' '}
        {appears ? (
          <>
            {preview.scheduled} {moment(appears)}.
          </>
        ) : isDraft ? (
          preview.draft
        ) : (
          preview.published
        )}{' '}
        {preview.until} {moment(until)}.
      </p>
    </aside>
  );
}
