import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browse, READERS } from '../support/visit';

const answer = (page: Page) => page.locator('form[data-converter] output').innerText();

async function fill(page: Page, amount: string, from: string, to: string): Promise<void> {
  await page.getByLabel('Amount').fill(amount);
  await page.getByLabel('From').selectOption(from);
  await page.getByLabel('To').selectOption(to);
}

const CASES = [
  ['100', 'USD', 'TMT', '100.00 USD = 350.00 TMT'],
  ['1,750.50', 'TMT', 'USD', '1,750.50 TMT = 500.14 USD'],
  ['1 750,5', 'TMT', 'USD', '1,750.50 TMT = 500.14 USD'],
  ['5', 'USD', 'USD', '5.00 USD = 5.00 USD'],
  [
    'nothing',
    'USD',
    'TMT',
    'Write an amount greater than zero in digits, such as 1500 or 1,500.50.',
  ],
  ['-5', 'USD', 'TMT', 'Write an amount greater than zero in digits, such as 1500 or 1,500.50.'],
  ['100', 'USD', 'KZT', 'The newest rate of KZT is of 26 February 2026: too old to convert with.'],
  ['100', 'UZS', 'TMT', 'The newest rate of UZS is of 26 February 2026: too old to convert with.'],
] as const;

describe.each(READERS)('the converter $reader', ({ scripts }) => {
  const go = browse({ scripts });

  it.each(CASES)('answers %s %s in %s', async (amount, from, to, text) => {
    const { page, faults } = await go('/rates');
    await fill(page, amount, from, to);
    await page.getByRole('button', { name: 'Convert' }).click();
    await expect.poll(() => answer(page)).toBe(text);
    // The question stands as it was asked.
    expect(await page.getByLabel('Amount').inputValue()).toBe(amount);
    expect(await page.getByLabel('To').inputValue()).toBe(to);
    expect(faults.filter((fault) => !/: csp$/.test(fault))).toEqual([]);
  });

  it('can be used by keyboard alone', async () => {
    const { page } = await go('/rates');
    await page.getByLabel('Amount').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('200');
    await page.keyboard.press('Tab');
    await page.keyboard.type('USD');
    await page.keyboard.press('Tab');
    await page.keyboard.type('TMT');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => answer(page)).toBe('200.00 USD = 700.00 TMT');
  });
});

describe('the converter', () => {
  const go = browse();

  it('answers as the reader types, and asks nobody', async () => {
    const { page } = await go('/rates');
    // The island comes after the page.
    await page.waitForLoadState('networkidle');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await fill(page, '10', 'USD', 'TMT');
    expect(await answer(page)).toBe('10.00 USD = 35.00 TMT');
    await page.getByLabel('Amount').fill('20');
    expect(await answer(page)).toBe('20.00 USD = 70.00 TMT');
    expect(asked).toEqual([]);
  });

  it('takes no markup from the address, and says what it takes it for', async () => {
    const query = new URLSearchParams({
      amount: '"><script>alert(1)</script>',
      from: '<b>',
      to: 'x',
    });
    const { page, status, faults } = await go(`/rates?${query}`);
    expect(status).toBe(200);
    expect(faults).toEqual([]);
    expect(await page.getByLabel('From').inputValue()).toBe('USD');
    expect(await answer(page)).toContain('Write an amount');
  });
});
