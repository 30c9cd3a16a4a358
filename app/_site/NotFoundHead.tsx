import type { ViewContext } from '@/components/context';

interface NotFoundHeadProps {
  readonly context: ViewContext;
}

/** What belongs in the head of a page that says that there is none; React moves it there. */
export function NotFoundHead({ context: { messages, site } }: NotFoundHeadProps) {
  return (
    <>
      <title>{`${messages.notFound.title} · ${site.name}`}</title>
      <meta name="description" content={messages.notFound.text} />
      <meta name="robots" content="noindex" />
    </>
  );
}
