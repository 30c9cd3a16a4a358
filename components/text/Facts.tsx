import type { ReactNode } from 'react';

interface FactsProps {
  readonly facts: readonly { readonly term: string; readonly text: ReactNode }[];
}

/** Terms and what is to be said of each. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="facts">
      {facts.map(({ term, text }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
