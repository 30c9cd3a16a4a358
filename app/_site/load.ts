import type { ViewContext } from '@/components/context';
import type { Reader } from '@/lib/archive/reader';
import { publication } from '@/lib/publishing/publication';
import { noteShown } from '@/lib/publishing/shown';
import { messagesFor } from '@/lib/site/messages';

export interface Loaded<Model> {
  readonly model: Model;
  readonly context: ViewContext;
}

/** Loads a page's model from one snapshot of the publication, with what its view needs beside. */
export async function load<Model>(
  query: (reader: Reader, context: ViewContext) => Model,
): Promise<Loaded<Model>> {
  const current = await publication();
  // In development an editor's change shows with the next page; in production publishing does it.
  if (process.env.NODE_ENV === 'development') await current.sync();
  return current.read((reader) => {
    const context: ViewContext = {
      site: reader.site,
      messages: messagesFor(reader.site.language),
      now: reader.now,
      siteUrl: current.environment.siteUrl,
      hosting: current.environment.hosting,
    };
    const model = query(reader, context);
    noteShown(reader.shown);
    return { model, context };
  });
}
