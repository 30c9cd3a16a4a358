import { log } from '@/lib/log/log';
import type { Environment } from '@/lib/site/environment';
import type { Announce, Announcement } from './announcement';
import { indexNowMessages, isReachable } from './indexNow';
import { type Message, postWithRetries } from './postWithRetries';
import { webSubMessages } from './webSub';

interface Listener {
  /** In the log. */
  readonly name: string;
  readonly messages: (announcement: Announcement) => readonly Message[];
}

/**
 * Tells those whom the environment names of what is published, beside everything else: what does
 * not arrive is said once in the log, and harms nothing.
 * @param pauses milliseconds before each further try of a message
 */
export function announcer(
  { siteUrl, announcing }: Pick<Environment, 'siteUrl' | 'announcing'>,
  pauses?: readonly number[],
): Announce {
  const { hub, indexNow } = announcing;
  const listeners: Listener[] = [];
  if (hub !== null) {
    const messages = (what: Announcement) => webSubMessages(hub, siteUrl, what);
    listeners.push({ name: 'The WebSub hub', messages });
  }
  if (indexNow !== null && isReachable(siteUrl)) {
    const messages = (what: Announcement) => indexNowMessages(indexNow, siteUrl, what);
    listeners.push({ name: 'IndexNow', messages });
  } else if (indexNow !== null) {
    log.warn(
      `INDEXNOW_KEY is set, but search engines cannot reach ${siteUrl}: they are told nothing. SITE_URL names the public address.`,
    );
  }
  return (announcement) => {
    for (const { name, messages } of listeners) {
      for (const message of messages(announcement)) send(name, message, pauses);
    }
  };
}

async function send(name: string, message: Message, pauses?: readonly number[]): Promise<void> {
  const failure = await postWithRetries(message, pauses);
  if (failure !== null) log.error(`${name} was not told of what is new: ${failure}.`);
}
