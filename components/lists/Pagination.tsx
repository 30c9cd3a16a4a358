import { pageOf, type SitePath } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { PageLinks } from './PageLinks';

interface PaginationProps {
  readonly path: SitePath;
  readonly page: number;
  readonly pages: number;
  readonly context: ViewContext;
}

/** Newer and older pages of a list; nothing where one page holds it all. */
export function Pagination({ path, page, pages, context }: PaginationProps) {
  const { pages: label, newer, older, pageOf: place } = context.messages.list;
  return (
    <PageLinks
      page={page}
      pages={pages}
      addressOf={(number) => pageOf(path, number)}
      words={{ label, previous: newer, next: older, place: place(page, pages) }}
    />
  );
}
