import { LONGEST_SEARCH_TEXT } from '@/lib/site/searchRequest';
import type { ViewContext } from '../context';

interface SearchInputProps {
  /** What was searched for. */
  readonly text?: string;
  readonly context: ViewContext;
}

/** The field for what a reader looks for, with a name of its own. */
export function SearchInput({ text, context }: SearchInputProps) {
  return (
    <input
      type="search"
      name="q"
      defaultValue={text || undefined}
      aria-label={context.messages.search.field}
      maxLength={LONGEST_SEARCH_TEXT}
      enterKeyHint="search"
      autoCapitalize="off"
    />
  );
}
