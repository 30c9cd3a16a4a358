import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';

type TooManyViewProps = { readonly context: Pick<ViewContext, 'messages'> };

/** The page for those who have searched more than one reader does: why, and what works meanwhile. */
export function TooManyView({ context }: TooManyViewProps) {
  const { messages } = context;
  return (
    <div className="wrap page-head">
      <h1>{messages.tooMany.title}</h1>
      <p className="standfirst">{messages.tooMany.text}</p>
      <p className="page-actions">
        <a href={routes.front()}>{messages.home}</a>{' '}
        <a href={routes.archive()}>{messages.archive}</a>{' '}
        <a href={routes.people()}>{messages.people}</a>
      </p>
    </div>
  );
}
