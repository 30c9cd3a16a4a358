import { formatRate } from './format';

/** `100.00 USD = 44,714.00 KZT`. */
export function equation(amount: number, from: string, result: number, to: string): string {
  return `${formatRate(amount)} ${from} = ${formatRate(result)} ${to}`;
}
