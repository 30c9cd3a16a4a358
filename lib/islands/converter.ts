/**
 * Converts as the reader types. The form works without it, but asks the server each time; the rates
 * are in the page already, so that only the browser can answer at once and without data.
 */

import { convert, parseAmount } from '@/lib/rates/convert';
import { equation } from '@/lib/rates/equation';

const form = document.querySelector<HTMLFormElement>('form[data-converter]');
const amount = form?.querySelector('input');
const [from, to] = form?.querySelectorAll('select') ?? [];
const output = form?.querySelector('output');

function answer(): string {
  const number = parseAmount(amount?.value ?? '');
  if (number === null) return form?.dataset.converter ?? '';
  const [one, other] = [from, to].map((select) => select?.selectedOptions[0]);
  const refusal = one?.dataset.refusal ?? other?.dataset.refusal;
  if (refusal !== undefined || !one || !other) return refusal ?? '';
  const result = convert(number, Number(one.dataset.rate), Number(other.dataset.rate));
  return equation(number, one.value, result, other.value);
}

function show(): void {
  if (output) output.value = answer();
}

form?.addEventListener('input', show);
form?.addEventListener('submit', (event) => {
  event.preventDefault();
  show();
});
