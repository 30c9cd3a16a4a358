import type { SitePath } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { PageLinks } from './PageLinks';

interface PaginationProps {
  /** Address of a page of the list. */
  readonly pageAt: (page: number) => SitePath;
  readonly page: number;
  readonly pages: number;
  readonly context: ViewContext;
}

/** Newer and older pages of a list; nothing where one page holds it all. */
export function Pagination({ pageAt, page, pages, context }: PaginationProps) {
  const { pages: label, newer, older, pageOf: place } = context.messages.list;
  return (
    <PageLinks
      page={page}
      pages={pages}
      pageAt={pageAt}
      words={{ label, previous: newer, next: older, place: place(page, pages) }}
    />
  );
}
