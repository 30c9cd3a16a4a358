import { Fragment } from 'react';
import type { ViewContext } from '../context';

const THEMES = ['system', 'light', 'dark'] as const;

/**
 * Light or dark. Style sheets ask which radio button is chosen, so it works without scripts; with
 * them the choice is remembered (lib/islands/theme.ts).
 */
export function ThemeSwitch({ context }: { readonly context: ViewContext }) {
  const { appearance, themes } = context.messages.footer;
  return (
    <fieldset className="theme">
      <legend>{appearance}</legend>{' '}
      {THEMES.map((theme) => (
        <Fragment key={theme}>
          <label>
            <input type="radio" name="theme" value={theme} defaultChecked={theme === 'system'} />
            {themes[theme]}
          </label>{' '}
        </Fragment>
      ))}
    </fieldset>
  );
}
