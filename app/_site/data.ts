import { publication } from '@/lib/publishing/publication';
import { dataHeaders, rateDataFor } from '@/lib/publishing/rateData';
import type { SitePath } from '@/lib/site/routes';

/** The data at an address of the site; lib/server answers for these addresses itself. */
export async function dataResponse(path: SitePath): Promise<Response> {
  const file = rateDataFor(await publication(), path);
  if (!file) return new Response('There is no such data.\n', { status: 404 });
  return new Response(file.body, { headers: dataHeaders(file) });
}
