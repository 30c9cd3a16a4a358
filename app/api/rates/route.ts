import { dataResponse } from '@/app/_site/data';
import { routes } from '@/lib/site/routes';

export const dynamic = 'force-dynamic';

/** The newest rates. */
export function GET(): Promise<Response> {
  return dataResponse(routes.ratesApi());
}
