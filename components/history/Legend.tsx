import type { ViewContext } from '../context';

/** Says what the marks in the texts below mean. */
export function Legend({ context }: { readonly context: ViewContext }) {
  const { legend, removed, added } = context.messages.history;
  return (
    <p className="history-legend">
      {legend} <del>{removed}</del> <ins>{added}</ins>
    </p>
  );
}
