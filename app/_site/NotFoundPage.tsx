import { NotFoundView } from '@/components/errors/NotFoundView';
import { newest } from '@/lib/archive/queries/lists';
import { LATEST } from './latest';
import { load } from './load';

/** The not-found page, for the routes that answer with it. */
export async function NotFoundPage() {
  const { model, context } = await load((reader) => newest(reader, { kind: 'all' }, LATEST));
  return (
    <>
      <title>{`${context.messages.notFound.title} · ${context.site.name}`}</title>
      <meta name="description" content={context.messages.notFound.text} />
      <meta name="robots" content="noindex" />
      <NotFoundView latest={model} context={context} />
    </>
  );
}
