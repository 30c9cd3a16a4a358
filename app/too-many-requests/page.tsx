import { load } from '@/app/_site/load';
import { TooManyView } from '@/components/errors/TooManyView';

/** The page that lib/server shows in place of one search too many. */
export default async function TooManyRequestsPage() {
  const { context } = await load(() => null);
  return (
    <>
      <title>{`${context.messages.tooMany.title} · ${context.site.name}`}</title>
      <meta name="robots" content="noindex" />
      <TooManyView context={context} />
    </>
  );
}
