import { LATEST } from '@/app/_site/latest';
import { load } from '@/app/_site/load';
import { NotFoundHead } from '@/app/_site/NotFoundHead';
import { NotFoundView } from '@/components/errors/NotFoundView';
import { newest } from '@/lib/archive/queries/lists';

/** The page that lib/server puts in place of an address that nothing answers. */
export default async function NotFoundPage() {
  const { model, context } = await load((reader) => newest(reader, { kind: 'all' }, LATEST));
  return (
    <>
      <NotFoundHead context={context} />
      <NotFoundView latest={model} context={context} />
    </>
  );
}
