import type { Genre } from '@/lib/site/genres';
import type { ViewContext } from '../context';

interface GenreLabelProps {
  readonly genre: Genre | null;
  readonly context: ViewContext;
}

/** Says what kind of journalism follows, beside the name of its section; nothing for plain news. */
export function GenreLabel({ genre, context }: GenreLabelProps) {
  if (genre === null) return null;
  return <span className="genre">{context.messages.genres[genre]}</span>;
}
