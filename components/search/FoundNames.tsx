import type { FoundName } from '@/lib/archive/search/names';
import type { ViewContext } from '../context';

interface FoundNamesProps {
  readonly names: readonly FoundName[];
  readonly context: ViewContext;
}

/** People, lists and pages that have what was looked for in their names; nothing without any. */
export function FoundNames({ names, context }: FoundNamesProps) {
  const { search } = context.messages;
  if (names.length === 0) return null;
  return (
    <section aria-labelledby="found-names" className="found-names">
      <h2 id="found-names" className="box-heading">
        {search.names}
      </h2>
      <ul>
        {names.map(({ kind, name, path, note }) => (
          <li key={path}>
            <a href={path}>{name}</a> <span>{note ?? search.kinds[kind]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
