import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Converter } from '@/components/rates/Converter';
import type { ConverterQuestion } from '@/lib/rates/conversion';
import { aContext } from '../support/context';
import { converterOf, observation, overviewsOf } from '../support/rates';
import { heard, only, tidy } from '../support/reading';
import { show } from '../support/render';

const OBSERVATIONS = [
  observation('KZT', '2026-04-02', '478.77'),
  observation('KGS', '2026-03-19', '87.45'),
  observation('UZS', '2026-03-18', '12142.10'),
];

function converter(asked?: ConverterQuestion, observations = OBSERVATIONS): HTMLElement {
  const context = aContext({ now: '2026-04-02T12:00:00Z' });
  const model = converterOf(overviewsOf(observations, context), asked);
  return show(<Converter model={model} context={context} />);
}

function options(name: string): HTMLElement[] {
  return within(screen.getByRole('combobox', { name })).getAllByRole('option');
}

function chosen(name: string): string {
  const found = screen.getByRole('combobox', { name });
  return found instanceof HTMLSelectElement ? found.value : '';
}

function amount(): HTMLInputElement {
  const found = screen.getByRole('textbox', { name: 'Amount' });
  if (!(found instanceof HTMLInputElement)) throw new Error('no input');
  return found;
}

describe('the form', () => {
  it('is one that a server can answer: it asks by address, and comes back to its place', () => {
    const container = converter();
    const form = only(container, 'form');
    expect(form.getAttribute('method')).toBe('get');
    expect(form.getAttribute('action')).toBe('/rates#converter');
    expect(container.querySelectorAll('#converter')).toHaveLength(1);
    expect(screen.getByRole('button', { name: 'Convert' }).getAttribute('type')).toBe('submit');
  });

  it('is a region with a name, and its fields have names', () => {
    converter();
    const region = screen.getByRole('region', { name: 'Converter' });
    expect(within(region).getByRole('textbox', { name: 'Amount' })).toBe(amount());
    for (const [label, name] of [
      ['From', 'from'],
      ['To', 'to'],
    ] as const) {
      expect(screen.getByRole('combobox', { name: label }).getAttribute('name')).toBe(name);
    }
    expect([amount().name, amount().inputMode, amount().maxLength]).toEqual([
      'amount',
      'decimal',
      40,
    ]);
  });

  it('offers the dollar and the five, in words', () => {
    converter();
    for (const name of ['From', 'To']) {
      expect(options(name).map((option) => option.textContent)).toEqual([
        'USD – US Dollar',
        'KGS – Kyrgyz Som',
        'KZT – Kazakhstani Tenge',
        'TJS – Tajikistani Somoni',
        'UZS – Uzbekistani Som',
        'TMT – Turkmenistani Manat',
      ]);
    }
  });

  it('has in each option its rate, or why there is none', () => {
    converter();
    for (const name of ['From', 'To']) {
      const facts = options(name).map(({ dataset }) => [dataset.rate, dataset.refusal]);
      expect(facts).toEqual([
        ['1', undefined],
        ['87.45', undefined],
        ['478.77', undefined],
        [undefined, 'No rate of TJS is known at present.'],
        [undefined, 'The newest rate of UZS is of 18 March 2026: too old to convert with.'],
        ['3.5', undefined],
      ]);
    }
    const form = only(document.body, 'form');
    expect(form.dataset.converter).toMatch(/^Write an amount greater than zero in digits/);
  });

  it('begins with a hundred dollars in tenge, and has not answered yet', () => {
    converter();
    expect([amount().value, chosen('From'), chosen('To')]).toEqual(['100', 'USD', 'KZT']);
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('keeps what was asked, as it was written', () => {
    converter({ amount: ' 1 500,50 ', from: 'KGS', to: 'TMT' });
    expect([amount().value, chosen('From'), chosen('To')]).toEqual([' 1 500,50 ', 'KGS', 'TMT']);
  });
});

describe('the answer', () => {
  function answer(asked: ConverterQuestion): string {
    const output = only(converter(asked), 'output');
    expect(screen.getByRole('status')).toBe(output);
    return tidy(output.textContent);
  }

  it('stands in an output', () => {
    expect(answer({ amount: '1,500', from: 'USD', to: 'KZT' })).toBe(
      '1,500.00 USD = 718,155.00 KZT',
    );
  });

  it('is a refusal where the rate has expired, with the full date of it', () => {
    const words = 'The newest rate of UZS is of 18 March 2026: too old to convert with.';
    expect(answer({ amount: '5', from: 'USD', to: 'UZS' })).toBe(words);
  });

  it('is a refusal where there is no rate', () => {
    expect(answer({ amount: '5', from: 'TJS', to: 'USD' })).toBe(
      'No rate of TJS is known at present.',
    );
  });

  it('says how to write an amount to those who wrote none', () => {
    expect(answer({ amount: 'ten', from: 'USD', to: 'KZT' })).toBe(
      'Write an amount greater than zero in digits, such as 1500 or 1,500.50.',
    );
  });
});

describe('what it converts with', () => {
  it('is told with its days, but for what is fixed and what is refused', () => {
    const basis = only(converter(), '.converter-basis');
    expect(heard(basis)).toBe(
      'At the reference rates of 19 March 2026 (KGS, not current), 2 April 2026 (KZT).',
    );
    const days = within(basis).getAllByRole('time');
    expect(days.map((day) => day.getAttribute('datetime'))).toEqual(['2026-03-19', '2026-04-02']);
  });

  it('is not told where there is none', () => {
    expect(converter(undefined, []).querySelector('.converter-basis')).toBeNull();
  });
});
