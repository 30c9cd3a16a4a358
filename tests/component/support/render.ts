import { cleanup, render } from '@testing-library/react';
import { type ReactNode, version } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest';

let complaints: MockInstance<typeof console.error>;

beforeEach(() => {
  complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
});

// React reports repeated keys, unknown attributes and wrong nesting there, and renders all the same.
afterEach(() => {
  cleanup();
  const reported = complaints.mock.calls;
  complaints.mockRestore();
  expect(reported, `complaints of React ${version}`).toEqual([]);
});

/** Puts a view into the document; what was there before is taken out after each test. */
export function show(view: ReactNode): HTMLElement {
  return render(view).container;
}

/** The HTML that a reader gets for a view, parsed again as a browser does. */
export function served(view: ReactNode): HTMLElement {
  const container = document.createElement('div');
  container.innerHTML = renderToStaticMarkup(view);
  return container;
}
