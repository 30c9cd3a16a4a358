import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';

type ServerErrorViewProps = { readonly context: Pick<ViewContext, 'messages'> };

/** The page for faults of the program; it must not need anything that may be at fault. */
export function ServerErrorView({ context }: ServerErrorViewProps) {
  const { messages } = context;
  return (
    <div className="wrap page-head">
      <h1>{messages.serverError.title}</h1>
      <p className="standfirst">{messages.serverError.text}</p>
      <p className="page-actions">
        <a href={routes.front()}>{messages.serverError.retry}</a>
      </p>
    </div>
  );
}
