import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { CONTENT_ID, SkipLink } from '@/components/layout/SkipLink';
import { aContext } from '../support/context';
import { show } from '../support/render';

it('SkipLink leads to the content of the page', () => {
  show(
    <>
      <SkipLink context={aContext()} />
      <main id={CONTENT_ID}>the story</main>
    </>,
  );
  const target = screen.getByRole('link', { name: 'Skip to content' }).getAttribute('href') ?? '';
  expect(target).toMatch(/^#./);
  expect(document.getElementById(target.slice(1))).toBe(screen.getByRole('main'));
});
