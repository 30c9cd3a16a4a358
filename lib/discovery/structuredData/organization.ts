import type { ContactPoint, ImageObject, NewsMediaOrganization } from 'schema-dts';
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
    url: absolute(siteUrl, routes.front()),
    logo: logoAddress(siteUrl),
  };
}

/** The publisher with all that it says of itself: for the front page. */
export function organization(context: DataContext): NewsMediaOrganization {
  const { site, siteUrl } = context;
  return Object.assign(publisher(context), {
    logo: logo(siteUrl),
    description: site.description,
    ...(site.founded !== null && { foundingDate: String(site.founded) }),
    ...(site.social.length > 0 && { sameAs: site.social.map(({ url }) => url) }),
    ...(site.contact !== null && { contactPoint: contactPoints(context) }),
    ...policyPages(site.policies, siteUrl),
  });
}

/** The largest square icon, named by its side in pixels; search engines ask for 112 at least. */
const LOGO = '512';

function logo(siteUrl: string): ImageObject {
  // schema.org has lengths as numbers with their units.
  const side = `${LOGO} px`;
  return { '@type': 'ImageObject', url: logoAddress(siteUrl), width: side, height: side };
}

function logoAddress(siteUrl: string): string {
  return absolute(siteUrl, routes.madeIcon(LOGO));
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
