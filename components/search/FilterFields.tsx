import type { SearchChoices } from '@/lib/archive/search/choices';
import type { SearchRequest } from '@/lib/site/searchRequest';
import type { ViewContext } from '../context';

interface FilterFieldsProps {
  readonly request: SearchRequest;
  readonly choices: SearchChoices;
  readonly context: ViewContext;
}

/** What a search can be narrowed by, folded away until it is wanted. */
export function FilterFields({ request, choices, context }: FilterFieldsProps) {
  const { search, countries } = context.messages;
  const { heading, all, ...labels } = search.filters;
  const years = choices.years.map((year) => ({ slug: String(year), name: String(year) }));
  const fields: readonly Omit<FilterFieldProps, 'label'>[] = [
    { name: 'section', none: all.section, options: choices.sections },
    {
      name: 'country',
      none: all.country,
      options: choices.countries.map((slug) => ({ slug, name: countries[slug] })),
    },
    { name: 'author', none: all.author, options: choices.people },
    { name: 'from', none: all.year, options: years },
    { name: 'to', none: all.year, options: years },
  ];
  const useful = fields.filter(({ options }) => options.length > 0);
  if (useful.length === 0) return null;
  return (
    <details className="search-filters">
      <summary>{heading}</summary>
      <div className="search-choices">
        {useful.map((field) => (
          <FilterField
            key={field.name}
            {...field}
            label={labels[field.name]}
            chosen={request[field.name]}
          />
        ))}
      </div>
    </details>
  );
}

interface FilterFieldProps {
  readonly name: 'section' | 'country' | 'author' | 'from' | 'to';
  readonly label: string;
  /** The choice that narrows nothing. */
  readonly none: string;
  readonly options: readonly { readonly slug: string; readonly name: string }[];
  readonly chosen?: string | number | null;
}

function FilterField({ name, label, none, options, chosen }: FilterFieldProps) {
  return (
    <label>
      <span>{label}</span>
      <select name={name} defaultValue={chosen ?? ''}>
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.slug} value={option.slug}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}
