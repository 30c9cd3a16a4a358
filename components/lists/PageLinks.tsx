import type { SitePath } from '@/lib/site/routes';

interface PageLinksProps {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly pageAt: (page: number) => SitePath;
  readonly words: {
    readonly label: string;
    readonly previous: string;
    readonly next: string;
    readonly place: string;
  };
}

/** The pages before and after one of several; nothing where one page holds it all. */
export function PageLinks({ page, pages, pageAt, words }: PageLinksProps) {
  if (pages === 1) return null;
  return (
    <nav aria-label={words.label} className="pagination">
      {page > 1 ? (
        <a href={pageAt(page - 1)} rel="prev">
          <span aria-hidden="true">← </span>
          {words.previous}
        </a>
      ) : (
        <span />
      )}{' '}
      <span className="pagination-place">{words.place}</span>{' '}
      {page < pages ? (
        <a href={pageAt(page + 1)} rel="next">
          {words.next}
          <span aria-hidden="true"> →</span>
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
