import { load } from '@/app/_site/load';
import { ServerErrorView } from '@/components/errors/ServerErrorView';

/** The page that lib/server keeps from its start and shows for faults. */
export default async function ServerErrorPage() {
  const { context } = await load(() => null);
  return (
    <>
      <title>{`${context.messages.serverError.title} · ${context.site.name}`}</title>
      <meta name="robots" content="noindex" />
      <ServerErrorView context={context} />
    </>
  );
}
