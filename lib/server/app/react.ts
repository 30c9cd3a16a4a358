import { UnfinishedPageError } from './unfinishedPage';

/**
 * What stands in for `react` in pages that the server renders. What is not named here does not bundle: state and
 * effects need scripts, which no page has.
 */
export { Fragment } from 'react';
export { cache } from './requestCache';

/** Refused wherever it stands: React would send what is to be seen meanwhile, and no script ever the rest. */
export function Suspense(): never {
  throw new UnfinishedPageError('<Suspense>');
}
