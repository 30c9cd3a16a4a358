import * as z from 'zod';

/** Thrown for something in a head that would not reach the page. */
export class UnknownMetadataError extends Error {
  override readonly name = 'UnknownMetadataError';
}

const text = z.string();
const maybe = text.optional();
const texts = z.array(text).optional();
const no = z.boolean().optional();

const shared = {
  title: text,
  description: text,
  url: text,
  siteName: text,
  locale: text,
  images: z.array(
    z.strictObject({ url: text, type: text, width: z.number(), height: z.number(), alt: text }),
  ),
};

const openGraph = z.discriminatedUnion('type', [
  z.strictObject({ ...shared, type: z.literal('website') }),
  z.strictObject({ ...shared, type: z.literal('profile'), username: text }),
  z.strictObject({
    ...shared,
    type: z.literal('article'),
    publishedTime: maybe,
    modifiedTime: maybe,
    authors: texts,
    section: maybe,
    tags: texts,
  }),
]);

/** What pages and layouts say of themselves: the part of Next's `Metadata` that is written here. */
const METADATA = z.strictObject({
  title: maybe,
  description: maybe,
  manifest: maybe,
  robots: z.union([text, z.strictObject({ index: z.boolean(), follow: z.boolean() })]).optional(),
  alternates: z
    .strictObject({
      canonical: maybe,
      languages: z.record(text, text).optional(),
      types: z.record(text, z.array(z.strictObject({ url: text, title: maybe }))).optional(),
    })
    .optional(),
  formatDetection: z
    .strictObject({ telephone: no, date: no, address: no, email: no, url: no })
    .optional(),
  openGraph: openGraph.optional(),
  twitter: z.strictObject({ card: text, site: maybe }).optional(),
  icons: z.strictObject({ icon: maybe, apple: maybe }).optional(),
});

const VIEWPORT = z.strictObject({
  themeColor: z.array(z.strictObject({ media: text, color: text })).optional(),
});

export type Metadata = z.infer<typeof METADATA>;
export type OpenGraph = z.infer<typeof openGraph>;
export type Viewport = z.infer<typeof VIEWPORT>;

/**
 * Checks what a route file says of itself.
 * @param file that says it, for the message
 * @throws UnknownMetadataError for what Next would write into the head, and this server not
 */
export function readMetadata(file: string, given: unknown): Metadata {
  return read(METADATA, `The metadata of ${file}`, given);
}

/** @throws UnknownMetadataError as `readMetadata` does */
export function readViewport(file: string, given: unknown): Viewport {
  return read(VIEWPORT, `The viewport of ${file}`, given);
}

function read<Schema extends z.ZodType>(
  schema: Schema,
  what: string,
  given: unknown,
): z.infer<Schema> {
  const { success, data, error } = schema.safeParse(given);
  if (success) return data;
  throw new UnknownMetadataError(
    `${what} cannot be written (lib/server/app/head/ says what can):\n${z.prettifyError(error)}`,
  );
}
