import { LATEST } from '@/app/_site/latest';
import { load } from '@/app/_site/load';
import { GoneView } from '@/components/errors/GoneView';
import { newest } from '@/lib/archive/queries/lists';

/** The page that lib/server puts in place of one that was withdrawn. */
export default async function GonePage() {
  const { model, context } = await load((reader) => newest(reader, { kind: 'all' }, LATEST));
  return (
    <>
      <title>{`${context.messages.gone.title} · ${context.site.name}`}</title>
      <meta name="description" content={context.messages.gone.text} />
      <meta name="robots" content="noindex" />
      <GoneView latest={model} context={context} />
    </>
  );
}
