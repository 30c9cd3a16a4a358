import { resolve } from 'node:path';
import * as z from 'zod';
import { secondsOrOff } from './durations';
import { secret } from './secret';

/** Address of a Git repository: https, ssh in both of its forms, or a path of this machine. */
const repository = z
  .string()
  .refine((text) => !text.startsWith('-') && !/[\0\r\n]/.test(text), {
    error: 'must be a path, https://... or an ssh address',
  })
  .refine((text) => !/^(?!(?:https|ssh|file):)[a-z][a-z0-9+.-]*:(?:\/\/|:)/i.test(text), {
    error: 'must be a path, or an address that starts with https:// or ssh://',
  })
  .optional();

export const publishingSchema = {
  CONTENT_REPO: repository,
  CONTENT_BRANCH: z
    .string()
    .regex(/^(?![-./])(?!.*(?:\.\.|@\{|\/\/|\.lock$))[\w./@+-]+$/, {
      error: 'must be the name of a branch, such as main',
    })
    .default('main'),
  PUBLISH_POLL: secondsOrOff.default('off'),
  PUBLISH_SECRET: secret,
};

/** How edits come in. */
export interface PublishingEnvironment {
  /** Git repository that holds the publication; null where a plain folder does. */
  readonly repository: string | null;
  readonly branch: string;
  /** Milliseconds between two looks at the repository; null where nobody looks unasked. */
  readonly poll: number | null;
  /** Shared with those who may tell of new commits; null where nobody may. */
  readonly secret: string | null;
}

type PublishingSettings = z.output<z.ZodObject<typeof publishingSchema>>;

/** @param root folder that a repository of this machine is named from */
export function publishingEnvironment(
  read: PublishingSettings,
  root: string,
): PublishingEnvironment {
  const { CONTENT_REPO: given, CONTENT_BRANCH, PUBLISH_POLL, PUBLISH_SECRET } = read;
  // An ssh address in its short form has a colon before its first slash; a path of this machine has none.
  const isAddress = given !== undefined && /^(?:[a-z]+:\/\/|[^/]+:)/i.test(given);
  return {
    repository: given === undefined ? null : isAddress ? given : resolve(root, given),
    branch: CONTENT_BRANCH,
    poll: PUBLISH_POLL === 'off' ? null : PUBLISH_POLL * 1000,
    secret: PUBLISH_SECRET ?? null,
  };
}
