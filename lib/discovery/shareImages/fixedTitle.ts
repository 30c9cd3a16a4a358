import { CURRENCY_CODES } from '@/lib/site/currencyCodes';
import type { Messages } from '@/lib/site/messages';
import { routes, type SitePath } from '@/lib/site/routes';

/**
 * Heading of a page that is always there, for the picture of it; null for those that show the picture of
 * the site.
 */
export function fixedTitle(
  { people, archive, corrections, rates }: Messages,
  page: SitePath,
): string | null {
  const titles = new Map<SitePath, string>([
    [routes.people(), people],
    [routes.archive(), archive],
    [routes.corrections(), corrections],
    [routes.rates(), rates.heading],
    ...CURRENCY_CODES.map(
      (code) => [routes.rate(code), rates.currency.title(rates.names[code])] as const,
    ),
  ]);
  return titles.get(page) ?? null;
}
