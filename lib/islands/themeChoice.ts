/** The reader's choice of light or dark, as both the early script and the switch know it. */

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'theme';

export function isTheme(text: string | null): text is Theme {
  return text === 'system' || text === 'light' || text === 'dark';
}

/** What was remembered; the system's own where nothing was, or where remembering is forbidden. */
export function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(KEY);
    return isTheme(stored) ? stored : 'system';
  } catch {
    // A browser that keeps no data for sites throws where others answer.
    return 'system';
  }
}

/** Remembers a choice as far as the browser lets it. */
export function keepTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // The choice then holds for this page, as it does without scripts.
  }
}
