import type { Instant } from '@/lib/site/dates';
import type { Hosting } from '@/lib/site/environment/hosting';
import type { SiteIdentity } from '@/lib/site/identity';
import type { Messages } from '@/lib/site/messages';

/** What every view needs beside its own model: whose site it is, in which words, and when. */
export interface ViewContext {
  readonly site: SiteIdentity;
  readonly messages: Messages;
  readonly now: Instant;
  /** Public address of the site, without a trailing slash. */
  readonly siteUrl: string;
  readonly hosting: Hosting;
}
