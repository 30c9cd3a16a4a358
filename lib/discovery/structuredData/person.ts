import type { Person, ProfilePage } from 'schema-dts';
import type { Profile } from '@/lib/archive/queries/people';
import type { Byline } from '@/lib/archive/reader';
import { languageTagOf } from '@/lib/site/languages';
import { absolute, pageOf, routes } from '@/lib/site/routes';
import { portrait } from './images';
import { type DataContext, ids, reference } from './node';
import { pageProperties } from './page';

/** Whose byline an article has: a name, and the profile where there is one. */
export function bylinePerson({ slug, name, hasProfile }: Byline, siteUrl: string): Person {
  if (!hasProfile) return { '@type': 'Person', name };
  return {
    '@type': 'Person',
    '@id': ids.person(siteUrl, slug),
    name,
    url: absolute(siteUrl, routes.person(slug)),
  };
}

/** A profile's page, and whom it is about. */
export function profilePage(context: DataContext, profile: Profile): ProfilePage {
  const { author, list } = profile;
  const path = pageOf(routes.person(author.slug), list.page);
  // The newest article is on the first page alone.
  const modified = list.page === 1 ? (list.cards[0]?.published.at ?? null) : null;
  return {
    '@type': 'ProfilePage',
    ...pageProperties(context, { path, name: author.name, description: null, modified }),
    mainEntity: person(context, profile),
  };
}

function person({ site, siteUrl }: DataContext, { author, avatar, list }: Profile): Person {
  const { slug, name, role, plainBio, links, location, beats, languages, email } = author;
  return {
    '@type': 'Person',
    '@id': ids.person(siteUrl, slug),
    name,
    url: absolute(siteUrl, routes.person(slug)),
    identifier: slug,
    jobTitle: role,
    worksFor: reference(ids.organization(siteUrl)),
    ...(plainBio !== '' && { description: plainBio }),
    ...(avatar !== null && { image: portrait(avatar, siteUrl) }),
    ...(links.length > 0 && { sameAs: links.map(({ url }) => url) }),
    ...(location !== null && { workLocation: { '@type': 'Place' as const, name: location } }),
    ...(beats.length > 0 && { knowsAbout: beats }),
    ...(languages.length > 0 && {
      knowsLanguage: languages.map((named) => languageTagOf(named, site.language) ?? named),
    }),
    ...(email !== null && { email }),
    agentInteractionStatistic: {
      '@type': 'InteractionCounter',
      interactionType: { '@type': 'WriteAction' },
      userInteractionCount: list.total,
    },
  };
}
