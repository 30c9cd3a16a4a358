import { NotFoundView } from '@/components/errors/NotFoundView';
import { load } from './_site/load';
import { NotFoundHead } from './_site/NotFoundHead';

/**
 * What Next shows on hosts where it runs alone. Next makes it beside every page in case that page
 * is missing, so that it must cost nothing and show nothing of the archive.
 */
export default async function NotFound() {
  const { context } = await load(() => null);
  return (
    <>
      <NotFoundHead context={context} />
      <NotFoundView latest={[]} context={context} />
    </>
  );
}
