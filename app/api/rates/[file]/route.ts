import { dataResponse } from '@/app/_site/data';
import { asked } from '@/lib/site/routes';

interface Context {
  readonly params: Promise<{ file: string }>;
}

/** Files such as /rates/kzt.csv, which next.config.ts leads here: a folder's name cannot match them. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return dataResponse(asked.rate((await params).file));
}
