import * as z from 'zod';

/** Settings of those who are told of what is published. */
export const announcingSchema = {
  INDEXNOW_KEY: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,128}$/, { error: 'must have 8 to 128 letters, digits and hyphens' })
    .optional(),
  INDEXNOW_URL: z.url({ protocol: /^https?$/ }).default('https://api.indexnow.org/indexnow'),
  WEBSUB_HUB: z.url({ protocol: /^https?$/ }).optional(),
};

/** Who is told of what is published. */
export interface AnnouncingEnvironment {
  /** Address of a WebSub hub; null where feed readers are told nothing. */
  readonly hub: string | null;
  /** Shared by this site and the search engines that take part; null where they are told nothing. */
  readonly indexNow: { readonly key: string; readonly endpoint: string } | null;
}

const schema = z.object(announcingSchema);

export function announcingEnvironment(read: z.output<typeof schema>): AnnouncingEnvironment {
  const { WEBSUB_HUB: hub, INDEXNOW_KEY: key, INDEXNOW_URL: endpoint } = read;
  return { hub: hub ?? null, indexNow: key === undefined ? null : { key, endpoint } };
}
