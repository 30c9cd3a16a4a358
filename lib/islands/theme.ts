/**
 * Remembers which colours the reader chose at the foot of a page. Choosing works by CSS alone, for
 * the page that is open; only the browser can keep the choice for the next one.
 */
import { isTheme, keepTheme, readTheme, type Theme } from './themeChoice';

const root = document.documentElement;
const radios = [...document.querySelectorAll<HTMLInputElement>('input[name="theme"]')];
const bars = [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')];
const systemBars = bars.map(({ media }) => media);

function show(theme: Theme): void {
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  for (const radio of radios) radio.checked = radio.value === theme;
  // The bar of the browser goes by the media query that applies: all or none, for a choice.
  for (const [index, bar] of bars.entries()) {
    const system = systemBars[index] ?? '';
    bar.media = theme === 'system' ? system : system.includes(theme) ? 'all' : 'not all';
  }
}

show(readTheme());
for (const radio of radios) {
  radio.addEventListener('change', () => {
    if (!isTheme(radio.value)) return;
    keepTheme(radio.value);
    show(radio.value);
  });
}
// Another tab of this site, or this page when it comes back from the browser's memory.
addEventListener('storage', () => show(readTheme()));
addEventListener('pageshow', ({ persisted }) => persisted && show(readTheme()));
