import type { Profile } from '@/lib/archive/queries/people';

import type { AuthorRecord } from '@/lib/archive/records';
import type { PictureFile } from '@/lib/images/picture';
import { routes } from '@/lib/site/routes';
import { aList } from './cards';
import { slug } from './slugs';

export const A_FACE: PictureFile = {
  src: routes.media('face.png'),
  name: 'face.png',
  width: 320,
  height: 320,
  hash: 'fedcba9876543210',
  tint: null,
};

export function anAuthor(facts: Partial<AuthorRecord> = {}): AuthorRecord {
  return {
    slug: slug('aliya-haidar'),
    name: 'Aliya Haidar',
    role: 'Journalist',
    avatar: null,
    email: null,
    links: [],
    location: null,
    languages: [],
    beats: [],
    since: null,
    bio: 'She began in 1998.',
    plainBio: 'She began in 1998.',
    ...facts,
  };
}

export function aProfile(facts: Partial<Profile> = {}): Profile {
  return { author: anAuthor(), avatar: null, list: aList([]), ...facts };
}
