import type { ContactPoint, NewsMediaOrganization } from 'schema-dts';
import type { Policy } from '@/lib/site/identity';
import { absolute, routes } from '@/lib/site/routes';
import { type DataContext, ids } from './node';

/** The package's own type has other shapes beside. */
type Fields = Extract<NewsMediaOrganization, { '@type': 'NewsMediaOrganization' }>;

/** What schema.org calls the pages that the Trust Project asks for. */
const POLICY_FIELDS = {
  ethics: ['ethicsPolicy', 'publishingPrinciples'],
  corrections: ['correctionsPolicy'],
  ownership: ['ownershipFundingInfo'],
  mission: ['missionCoveragePrioritiesPolicy'],
  masthead: ['masthead'],
  diversity: ['diversityPolicy'],
  diversityStaffing: ['diversityStaffingReport'],
  factChecking: ['verificationFactCheckingPolicy'],
  unnamedSources: ['unnamedSourcesPolicy'],
  feedback: ['actionableFeedbackPolicy'],
  bylines: ['noBylinesPolicy'],
  privacy: [],
} as const satisfies Readonly<Record<Policy, readonly (keyof Fields)[]>>;

/** The publisher as articles name it. */
export function publisher({ site, siteUrl }: DataContext): NewsMediaOrganization {
  return {
    '@type': 'NewsMediaOrganization',
    '@id': ids.organization(siteUrl),
    name: site.name,
    logo: absolute(siteUrl, routes.madeIcon('512')),
  };
}

/** The publisher with all that it says of itself: for the front page. */
export function organization(context: DataContext): NewsMediaOrganization {
  const { site, siteUrl } = context;
  return Object.assign(publisher(context), {
    url: absolute(siteUrl, routes.front()),
    description: site.description,
    ...(site.founded !== null && { foundingDate: String(site.founded) }),
    ...(site.social.length > 0 && { sameAs: site.social.map(({ url }) => url) }),
    ...(site.contact !== null && { contactPoint: contactPoints(context) }),
    ...policyPages(site.policies, siteUrl),
  });
}

function contactPoints({ site, messages }: DataContext): ContactPoint[] {
  const { email, corrections, phone } = site.contact ?? {};
  const point = (contactType: string, address: string): ContactPoint => {
    return { '@type': 'ContactPoint', contactType, email: address };
  };
  return [
    ...(email ? [{ ...point('newsroom', email), ...(phone && { telephone: phone }) }] : []),
    ...(corrections ? [point(messages.corrections, corrections)] : []),
  ];
}

function policyPages(policies: DataContext['site']['policies'], siteUrl: string) {
  const pages: Record<string, string> = {};
  for (const [policy, slug] of Object.entries(policies)) {
    // The keys of `policies` are policies.
    for (const field of POLICY_FIELDS[policy as Policy]) {
      pages[field] = absolute(siteUrl, routes.page(slug));
    }
  }
  return pages;
}
