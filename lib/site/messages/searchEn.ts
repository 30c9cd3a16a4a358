import type { SearchMessages } from './searchTypes';

export const searchEn: SearchMessages = {
  heading: 'Search',
  label: 'Search the site',
  submit: 'Search',
  resultsFor: (text) => `Results for “${text}”`,
  count: (total, isMore) => {
    if (isMore) return `More than ${total.toLocaleString('en-GB')} articles`;
    return `${total.toLocaleString('en-GB')} ${total === 1 ? 'article' : 'articles'}`;
  },
  invitation: 'Every article, person and topic of the site, in Latin or Cyrillic letters.',
  help: 'Words in “quotation marks” are found side by side; -word leaves out articles that have it.',
  nothing: (text) => `Nothing was found for “${text}”.`,
  advice: 'Try fewer words, another spelling, or no filters.',
  instead: (asked, shown) =>
    `Nothing was found for “${asked}”. These are the results for “${shown}”.`,
  names: 'Found by name',
  kinds: {
    person: 'Person',
    section: 'Section',
    country: 'Country',
    topic: 'Topic',
    page: 'Page',
  },
  filters: 'Narrow down',
  section: 'Section',
  country: 'Country',
  author: 'Author',
  from: 'From year',
  to: 'To year',
  any: 'Any',
};
