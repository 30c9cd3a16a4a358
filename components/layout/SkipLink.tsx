import type { ViewContext } from '../context';

export const CONTENT_ID = 'content';

export function SkipLink({ context }: { readonly context: ViewContext }) {
  return (
    <a href={`#${CONTENT_ID}`} className="skip-link">
      {context.messages.skipToContent}
    </a>
  );
}
