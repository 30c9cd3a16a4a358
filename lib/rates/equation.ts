const large = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

const small = new Intl.NumberFormat('en-US', {
  minimumSignificantDigits: 4,
  maximumSignificantDigits: 4,
});

/** An amount of money: two decimals, or below one unit four significant digits. */
function formatAmount(amount: number): string {
  return (amount < 1 ? small : large).format(amount);
}

/** `100.00 USD = 44,714.00 KZT`; amounts are finite and greater than zero. */
export function equation(amount: number, from: string, result: number, to: string): string {
  return `${formatAmount(amount)} ${from} = ${formatAmount(result)} ${to}`;
}
