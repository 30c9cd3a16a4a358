import { formatChange, NO_FIGURE, spokenChange } from '@/lib/rates/format';
import type { Change } from '@/lib/rates/quote';
import type { ViewContext } from '../context';
import { Spoken } from './Spoken';

interface ChangeFigureProps {
  readonly change: Change;
  readonly context: ViewContext;
}

const ARROWS = {
  up: 'M4 0 8 8H0Z',
  down: 'M0 0H8L4 8Z',
  flat: 'M0 3H8V5H0Z',
} as const;

/**
 * A change: moved by so much, nothing to compare with, or fixed. Arrow, sign and words all go by
 * the rounded figure.
 */
export function ChangeFigure({ change, context }: ChangeFigureProps) {
  const { rates } = context.messages;
  if (change.kind === 'fixed') return <span className="rate-fixed">{rates.fixed}</span>;
  if (change.kind === 'none') return <Spoken shown={NO_FIGURE} spoken={rates.noComparison} />;
  const { percent, direction } = change;
  return (
    <span className={`rate-change rate-${direction}`}>
      <svg viewBox="0 0 8 8" aria-hidden="true" focusable="false">
        <path d={ARROWS[direction]} />
      </svg>
      <Spoken shown={formatChange(percent)} spoken={spokenChange(percent, rates.spoken)} />
    </span>
  );
}
