import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ThemeSwitch } from '@/components/layout/ThemeSwitch';
import { aContext } from '../support/context';
import { show } from '../support/render';

it('offers the colours of the system, light ones and dark ones', () => {
  show(<ThemeSwitch context={aContext()} />);
  const group = screen.getByRole('group', { name: 'Appearance' });
  const radios = within(group).getAllByRole<HTMLInputElement>('radio');
  expect(radios.map(({ name, value, checked }) => [name, value, checked])).toEqual([
    ['theme', 'system', true],
    ['theme', 'light', false],
    ['theme', 'dark', false],
  ]);
  for (const name of ['System', 'Light', 'Dark']) {
    expect(within(group).getByRole('radio', { name })).toBeDefined();
  }
});
