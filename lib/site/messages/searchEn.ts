import type { SearchMessages } from './searchTypes';

export const searchEn: SearchMessages = {
  title: 'Search',
  resultsFor: (text) => `Results for “${text}”`,
  description: 'Search every article that we have published, and find people and topics by name.',
  box: 'Search the site',
  form: 'Search and filters',
  field: 'Search for',
  submit: 'Search',
  filters: {
    heading: 'Narrow the search',
    section: 'Section',
    country: 'Country',
    author: 'Author',
    from: 'From year',
    to: 'To year',
    all: {
      section: 'All sections',
      country: 'All countries',
      author: 'All authors',
      year: 'Any year',
    },
    since: (year) => `Since ${year}`,
    until: (year) => `Until ${year}`,
    set: 'Narrowed to',
    leftOut: (names) =>
      `Not narrowed by ${names.join(' or ').toLowerCase()}: this site has none of that name.`,
    takeAway: 'take this filter away',
  },
  found: (total, isMore) => {
    const number = total.toLocaleString('en-GB');
    if (isMore) return `More than ${number} articles`;
    return `${number} ${total === 1 ? 'article' : 'articles'}`;
  },
  namesAlone: 'No article has these words.',
  names: 'Found by name',
  kinds: {
    person: 'Person',
    topic: 'Topic',
    section: 'Section',
    country: 'Country',
    page: 'Page',
  },
  instead: {
    nothingFor: (text) => `Nothing was found for “${text}”.`,
    showing: 'These are the results for',
  },
  partial: 'No article has all of these words. These have some of them.',
  pages: { label: 'Pages of results', previous: 'Previous', next: 'Next' },
  help: {
    heading: 'How to search',
    phrase: 'Quotation marks find words that stand together: “exchange rate”.',
    exclusion: 'A minus leaves a word out: budget -defence.',
    spelling: 'Cyrillic and Latin letters find each other, with or without their accents.',
    browse: 'Or look around:',
  },
  nothing: {
    heading: 'Nothing was found',
    spelling: 'Look whether every word is spelt as you meant it.',
    fewer: 'Try fewer words, or more general ones.',
    withoutFilters: 'Search without filters',
  },
  inFiles: {
    needsScripts: 'Here your browser does the searching, and needs JavaScript for it.',
    searching: 'Searching …',
    failed: 'The search could not be loaded. Try again when you have a connection.',
    more: 'More results',
    found: ['# article', '# articles'],
  },
  openSearch: (site) => `Search the articles of ${site}`,
};
