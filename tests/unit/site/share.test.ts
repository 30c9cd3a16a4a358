import { describe, expect, it } from 'vitest';
import { shareTargets } from '@/lib/site/share';

const TITLE = 'Rates & rivers: 50% more?';
const ADDRESS = 'https://news.example/articles/rates-and-rivers';

describe('shareTargets', () => {
  const targets = shareTargets(TITLE, ADDRESS);

  it('offers the five services', () => {
    expect(targets.map(({ service }) => service)).toEqual([
      'Telegram',
      'WhatsApp',
      'X',
      'Facebook',
      'e-mail',
    ]);
  });

  it.each([
    ['Telegram', 'url', ADDRESS],
    ['Telegram', 'text', TITLE],
    ['WhatsApp', 'text', `${TITLE} ${ADDRESS}`],
    ['X', 'url', ADDRESS],
    ['X', 'text', TITLE],
    ['Facebook', 'u', ADDRESS],
    ['e-mail', 'subject', TITLE],
    ['e-mail', 'body', ADDRESS],
  ])('hands %s the parameter %s whole', (service, parameter, value) => {
    const target = targets.find((known) => known.service === service);
    expect(new URL(target?.url ?? '').searchParams.get(parameter)).toBe(value);
  });

  it('writes spaces in a way that mail programs read', () => {
    expect(targets.at(-1)?.url).not.toContain('+');
    expect(targets.at(-1)?.url).toContain('Rates%20%26%20rivers');
  });
});
