/**
 * Stands in the head of every page and runs before the first paint, so that nothing flashes or
 * moves: it marks on `<html>` what style sheets decide by. Only the browser knows these things,
 * and a page from a cache is the same for all readers.
 */
import { readTheme } from './themeChoice';

/** Network Information API, which not all browsers have. */
interface Connection {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

const { dataset } = document.documentElement;
const theme = readTheme();
if (theme !== 'system') dataset.theme = theme;
if ('share' in navigator) dataset.share = '';
const connection: Connection | undefined = Reflect.get(navigator, 'connection');
// Whoever has to save data fetches no page ahead of need (lib/site/speculation.ts).
if (connection?.saveData || connection?.effectiveType?.endsWith('2g')) dataset.saving = '';
