import type { ViewContext } from '../context';

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly chosen: string | number | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly context: ViewContext;
}

/** One thing that a search can be narrowed down to; the first choice is none. */
export function Choice({ name, label, chosen, options, context }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select name={name} defaultValue={String(chosen ?? '')}>
        <option value="">{context.messages.search.any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
