import type { FoundName } from '@/lib/archive/search/names';
import type { ViewContext } from '../context';

interface FoundNamesProps {
  readonly names: readonly FoundName[];
  readonly context: ViewContext;
}

/** People, topics and so on that go by the name that was searched for. */
export function FoundNames({ names, context }: FoundNamesProps) {
  const { search } = context.messages;
  if (names.length === 0) return null;
  return (
    <ul className="search-names" aria-label={search.names}>
      {names.map(({ kind, name, path, note }) => (
        <li key={path}>
          <a href={path}>{name}</a>{' '}
          <span>{note === null ? search.kinds[kind] : `${search.kinds[kind]}, ${note}`}</span>
        </li>
      ))}
    </ul>
  );
}
