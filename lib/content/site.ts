import * as z from 'zod';
import { AI_CRAWLER_POLICIES, POLICIES, type Policy, type SiteIdentity } from '@/lib/site/identity';
import { isSupportedLanguage, SUPPORTED_LANGUAGES } from '@/lib/site/messages';
import type { PageSlug } from '@/lib/site/slug';
import { type Finding, hasErrors } from './diagnostics';
import {
  emailAddress,
  flag,
  isTarget,
  labelledLink,
  languageTag,
  line,
  list,
  mediaPath,
  oneOf,
  slug,
  wholeNumber,
} from './fields';
import type { Reference } from './references';
import type { SourceFile } from './source';
import { validate } from './validate';
import { readYaml, type YamlSource } from './yaml';

const timeZone = line(60).refine(isTimeZone, {
  error: 'must be a time zone name such as Asia/Almaty.',
});

const navigationLink = z.strictObject(
  {
    label: line(40),
    url: line(300).refine(isTarget, {
      error: 'must be a path on this site or an https:// address.',
    }),
  },
  { error: 'must be {label, url}.' },
);

const policyFields = Object.fromEntries(
  POLICIES.map((policy) => [policy, slug<'page'>('editorial-standards').optional()]),
) as Record<Policy, z.ZodOptional<z.ZodType<PageSlug, string>>>;

/** site.yml: who publishes. */
export const siteSchema = z.strictObject({
  name: line(80),
  description: line(300),
  language: languageTag.refine(isSupportedLanguage, {
    error: `must be a language that the site's own words exist in: ${SUPPORTED_LANGUAGES.join(', ')}.`,
  }),
  timeZone,
  logo: mediaPath.optional(),
  founded: wholeNumber(1600, 2200).optional(),
  contact: z
    .strictObject(
      {
        email: emailAddress,
        corrections: emailAddress.optional(),
        phone: line(40).optional(),
        address: line(300).optional(),
      },
      { error: 'must be {email} with corrections, phone and address if there are.' },
    )
    .optional(),
  social: list(labelledLink, '[{label, url}]').default([]),
  navigation: list(navigationLink, '[{label, url}]').optional(),
  policies: z
    .strictObject(policyFields, { error: 'must be a map such as {ethics: standards}.' })
    .default({}),
  ticker: z
    .strictObject(
      { direction: oneOf(['local-usd', 'usd-local']) },
      { error: 'must be {direction: local-usd} or {direction: usd-local}.' },
    )
    .default({ direction: 'local-usd' }),
  perPage: wholeNumber(5, 100).default(10),
  history: flag().default(true),
  aiCrawlers: oneOf(AI_CRAWLER_POLICIES).default('allow'),
});

type Fields = z.output<typeof siteSchema>;

/**
 * What stands in for fields of site.yml that are missing or broken, so that one slip in that
 * file never takes the site down. Every use of it goes with an error in the report.
 */
const FALLBACK = {
  name: 'Untitled newsroom',
  description: 'A news site made with Saxaul.',
  language: 'en',
  timeZone: 'Asia/Almaty',
} as const;

export interface ParsedSite {
  readonly value: SiteIdentity;
  readonly findings: readonly Finding[];
  readonly references: readonly Reference[];
}

/** The identity of a publication whose site.yml cannot be read at all. */
export function fallbackSite(findings: readonly Finding[]): ParsedSite {
  return { value: identity(siteSchema.parse(FALLBACK)), findings, references: [] };
}

/** Reads site.yml. Each broken field falls back alone; the rest of the file counts. */
export function parseSite(file: SourceFile): ParsedSite {
  const { source, findings: syntax } = readYaml(file.text, file.lines);
  const whole = validate(source, siteSchema);
  if (whole.ok) {
    const value = identity(whole.value);
    return { value, findings: syntax, references: references(value, source) };
  }
  const findings = hasErrors(syntax) ? syntax : whole.findings;
  const value = identity(siteSchema.parse({ ...FALLBACK, ...soundFields(source) }));
  return { value, findings, references: [] };
}

function soundFields(source: YamlSource): Record<string, unknown> {
  const given = source.value();
  if (typeof given !== 'object' || given === null) return {};
  const shape: Record<string, z.ZodType> = siteSchema.shape;
  return Object.fromEntries(
    Object.entries(given).filter(
      ([name, value]) => Object.hasOwn(shape, name) && shape[name]?.safeParse(value).success,
    ),
  );
}

function identity(fields: Fields): SiteIdentity {
  const { contact } = fields;
  return {
    ...fields,
    logo: fields.logo ?? null,
    founded: fields.founded ?? null,
    navigation: fields.navigation ?? null,
    contact: contact
      ? {
          email: contact.email,
          corrections: contact.corrections ?? null,
          phone: contact.phone ?? null,
          address: contact.address ?? null,
        }
      : null,
    policies: definedPolicies(fields.policies),
  };
}

function definedPolicies(policies: Fields['policies']): SiteIdentity['policies'] {
  const given: Partial<Record<Policy, PageSlug>> = {};
  for (const policy of POLICIES) {
    const page = policies[policy];
    if (page !== undefined) given[policy] = page;
  }
  return given;
}

function references(site: SiteIdentity, source: YamlSource): Reference[] {
  const named: Reference[] = Object.entries(site.policies).map(([policy, page]) => ({
    kind: 'page',
    value: page,
    ...source.at(['policies', policy]),
  }));
  if (site.logo) named.push({ kind: 'media', value: site.logo, ...source.at(['logo']) });
  site.navigation?.forEach((link, index) => {
    if (!link.url.startsWith('/')) return;
    named.push({ kind: 'address', value: link.url, ...source.at(['navigation', index, 'url']) });
  });
  return named;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    // An offset such as +05:00 is accepted by Intl but knows no changes of the clocks.
    return /^[A-Za-z]/.test(name);
  } catch {
    // RangeError is how Intl says that it does not know the zone.
    return false;
  }
}
