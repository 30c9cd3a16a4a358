import type { articleSchema } from '@/lib/content/article';
import type { authorSchema } from '@/lib/content/author';
import type { frontSchema } from '@/lib/content/front';
import type { pageSchema } from '@/lib/content/page';
import type { redirectSchema } from '@/lib/content/redirects';
import type { sectionSchema } from '@/lib/content/sections';
import type { siteSchema } from '@/lib/content/site';

/** What editors are told of each field of a kind of file, in a phrase. */
export type FieldNotes<Schema extends { readonly shape: object }> = Readonly<
  Record<keyof Schema['shape'] & string, string>
>;

export const ARTICLE_NOTES: FieldNotes<typeof articleSchema> = {
  title: 'Headline, in one line',
  date: 'When it is published; in the future it is scheduled',
  authors: 'Byline: names of files in authors/, in this order',
  summary: 'Standfirst: what the headline leaves open, in one line',
  section: 'Slug of a section in sections.yml',
  genre: 'Kind of journalism, if it is not plain news; readers see it as a label',
  dateline: 'Place that it is reported from, shown before its date',
  countries: 'Countries that it is about',
  topics: 'Free tags',
  image: 'Lead picture, with what it shows for those who cannot see it',
  updated: 'Last change of substance',
  corrections: 'Notes on what was wrong, which readers see',
  lang: 'Language (BCP 47), if it is not that of the site',
  translationOf: 'Name of the article that this one translates',
  canonicalUrl: 'Where others published it first; search engines are sent there',
  draft: 'Not yet to be published',
  redirectFrom: 'Old addresses of this article, as paths',
  series: 'Series that it belongs to, and which part of it this is',
};

export const AUTHOR_NOTES: FieldNotes<typeof authorSchema> = {
  name: 'Name as readers see it',
  role: 'Position in the newsroom',
  avatar: 'Portrait',
  email: 'Address for readers',
  links: 'Pages elsewhere',
  location: 'Place that the author works from',
  languages: 'Languages spoken',
  beats: 'What the author covers',
  since: 'Year of the first report',
};

export const PAGE_NOTES: FieldNotes<typeof pageSchema> = {
  title: 'Heading',
  summary: 'Standfirst',
  updated: 'Date shown under the text',
};

export const SITE_NOTES: FieldNotes<typeof siteSchema> = {
  name: 'Name of the publication',
  description: 'What it is, in one sentence',
  language: "Language of the site's own words (BCP 47)",
  timeZone: 'Time zone of dates without an offset (IANA name)',
  logo: 'Picture',
  founded: 'Year in which the publication started',
  contact: 'Addresses that readers see',
  social: 'Accounts, in the order shown',
  navigation: 'Links of the header; without them the sections',
  policies: 'Which page holds which policy',
  ticker: 'Direction of the exchange rates in the header',
  perPage: 'Articles on one page of a list',
  history: 'Whether readers may see what changed in articles',
  aiCrawlers: 'What crawlers of AI companies may do',
};

export const SECTION_NOTES: FieldNotes<typeof sectionSchema> = {
  slug: 'Address of the section; articles name it',
  name: 'Name as readers see it',
  description: 'What it is about, in a sentence',
};

export const FRONT_NOTES: FieldNotes<typeof frontSchema> = {
  lead: 'The large story, and until when it stays',
  pinned: 'Stories beside it, in this order',
};

export const REDIRECT_NOTES: FieldNotes<typeof redirectSchema> = {
  from: 'Old address, as a path on this site',
  to: 'Where readers are sent on to',
  gone: 'In place of "to": removed for good',
};
