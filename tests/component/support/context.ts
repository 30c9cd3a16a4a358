import type { ViewContext } from '@/components/context';
import type { SiteIdentity } from '@/lib/site/identity';
import { messagesFor } from '@/lib/site/messages';
import { instant } from './dates';

/** The day on which the seed page was read. */
export const SEED_NOW = '2025-07-01T00:00:00Z';

export function aSite(facts: Partial<SiteIdentity> = {}): SiteIdentity {
  return {
    name: 'Steppe Courier',
    description: 'News from five countries.',
    language: 'en',
    timeZone: 'Asia/Almaty',
    logo: null,
    founded: null,
    contact: null,
    social: [],
    navigation: null,
    policies: {},
    ticker: { direction: 'local-usd' },
    perPage: 10,
    history: true,
    aiCrawlers: 'allow',
    ...facts,
  };
}

interface ContextFacts {
  readonly site?: Partial<SiteIdentity>;
  /** ISO 8601 with an offset. */
  readonly now?: string;
}

export function aContext({ site = {}, now = SEED_NOW }: ContextFacts = {}): ViewContext {
  const identity = aSite(site);
  return {
    site: identity,
    messages: messagesFor(identity.language),
    now: instant(now),
    siteUrl: 'https://courier.example',
    hosting: 'server',
  };
}
