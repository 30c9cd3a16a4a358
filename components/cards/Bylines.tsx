import type { Byline } from '@/lib/archive/reader';
import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';

interface BylinesProps {
  readonly bylines: readonly Byline[];
  readonly context: ViewContext;
}

/** "By A, B and C", each name linked to its profile. */
export function Bylines({ bylines, context }: BylinesProps) {
  const { by, and } = context.messages.article;
  return (
    <span data-byline="" className="byline">
      {by}{' '}
      {bylines.map((byline, index) => (
        <span key={byline.slug}>
          {separator(index, bylines.length, and)}
          {byline.hasProfile ? (
            <a href={routes.person(byline.slug)} rel="author">
              {byline.name}
            </a>
          ) : (
            byline.name
          )}
        </span>
      ))}
    </span>
  );
}

function separator(index: number, total: number, and: string): string {
  if (index === 0) return '';
  return index === total - 1 ? ` ${and} ` : ', ';
}
