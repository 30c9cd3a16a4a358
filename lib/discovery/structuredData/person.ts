import type { Person, ProfilePage } from 'schema-dts';
import type { Profile } from '@/lib/archive/queries/people';
import type { Byline } from '@/lib/archive/reader';
import { machineDate } from '@/lib/site/dates';
import { absolute, routes } from '@/lib/site/routes';
import { type DataContext, ids, reference } from './node';

/** Whose byline an article has: a name, and the profile where there is one. */
export function bylinePerson({ slug, name, hasProfile }: Byline, siteUrl: string): Person {
  if (!hasProfile) return { '@type': 'Person', name };
  const path = routes.person(slug);
  return {
    '@type': 'Person',
    '@id': ids.of(siteUrl, path, 'person'),
    name,
    url: absolute(siteUrl, path),
  };
}

/** A profile's page, and whom it is about. */
export function profilePage(
  { site, siteUrl }: DataContext,
  { author, avatar, list }: Profile,
): ProfilePage {
  const path = routes.person(author.slug);
  const [newest] = list.cards;
  const person: Person = {
    '@type': 'Person',
    '@id': ids.of(siteUrl, path, 'person'),
    name: author.name,
    url: absolute(siteUrl, path),
    identifier: author.slug,
    jobTitle: author.role,
    worksFor: reference(ids.organization(siteUrl)),
    ...(author.plainBio !== '' && { description: author.plainBio }),
    ...(avatar !== null && { image: absolute(siteUrl, avatar.src) }),
    ...(author.links.length > 0 && { sameAs: author.links.map(({ url }) => url) }),
    ...(author.beats.length > 0 && { knowsAbout: author.beats }),
    ...(author.languages.length > 0 && { knowsLanguage: author.languages }),
    ...(author.email !== null && { email: author.email }),
  };
  return {
    '@type': 'ProfilePage',
    '@id': ids.of(siteUrl, path, 'page'),
    url: absolute(siteUrl, path),
    name: author.name,
    mainEntity: person,
    isPartOf: reference(ids.website(siteUrl)),
    ...(newest !== undefined && {
      dateModified: machineDate(newest.published.at, 'minute', site.timeZone),
    }),
  };
}
