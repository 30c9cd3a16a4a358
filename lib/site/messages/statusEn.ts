import { counted } from '../counted';
import type { StatusMessages } from './statusTypes';

export const statusEn: StatusMessages = {
  title: 'Status',
  description:
    'How this site is: what is published, what is wrong with it, and how old its rates are.',
  summary: {
    well: 'All is well.',
    problems: 'The site is served, and there are problems in its content.',
    oldRates: 'The site is served, and some of its exchange rates are not current.',
    unreachable:
      'The site is served, but the newest content cannot be had at the moment. What was published before stays.',
  },
  content: {
    heading: 'Content',
    commit: 'Commit',
    folder: 'a folder, without commits',
    next: 'Next article',
    nothingNext: 'none is scheduled',
  },
  publish: {
    heading: 'Last publish',
    live: 'Live since',
    took: 'Time to live',
    milliseconds: (count) => (count < 1000 ? `${count} ms` : `${(count / 1000).toFixed(1)} s`),
    changed: 'Changed',
    articles: (added, changed, removed, refused) =>
      `articles: ${added} new, ${changed} changed, ${removed} removed, ${refused} held back`,
    files: (count) => counted(count, 'file'),
    pages: (count) => `${counted(count, 'page')} made anew`,
    none: 'Nothing has been published since the server was started.',
    working: 'Something is being published right now.',
  },
  problems: {
    heading: 'Problems in the content',
    none: 'There are none.',
    count: (errors, warnings) => `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`,
    more: (count) => `and ${count} more`,
  },
  rates: {
    heading: 'Exchange rates',
    caption: 'Rates that readers see',
    currency: 'Currency',
    date: 'Of',
    source: 'Source',
    state: 'State',
    states: {
      fresh: 'current',
      stale: 'not current',
      expired: 'expired',
      fixed: 'fixed',
      missing: 'missing',
    },
    providers: 'Providers of rates',
    provider: 'Provider',
    answered: 'Last answer',
    never: 'never',
    providerStates: {
      untried: 'not asked yet',
      well: 'well',
      failing: 'failing',
      closed: 'left alone for a while',
    },
    off: 'Rates are not fetched here.',
  },
  program: {
    heading: 'Program',
    version: 'Version',
    started: 'Started',
    data: 'The same as data',
  },
};
