import type { SitePath } from '@/lib/site/routes';
import type { ViewContext } from '../context';

interface PaginationProps {
  /** Address of a page of the list. */
  readonly pageAt: (page: number) => SitePath;
  readonly page: number;
  readonly pages: number;
  readonly context: ViewContext;
}

/** Newer and older pages of a list; nothing where one page holds it all. */
export function Pagination({ pageAt, page, pages, context }: PaginationProps) {
  const { list } = context.messages;
  if (pages === 1) return null;
  return (
    <nav aria-label={list.pages} className="pagination">
      {page > 1 ? (
        <a href={pageAt(page - 1)} rel="prev">
          <span aria-hidden="true">← </span>
          {list.newer}
        </a>
      ) : (
        <span />
      )}{' '}
      <span className="pagination-place">{list.pageOf(page, pages)}</span>{' '}
      {page < pages ? (
        <a href={pageAt(page + 1)} rel="next">
          {list.older}
          <span aria-hidden="true"> →</span>
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
