import type { DocumentKind } from './documents';

const ADDRESS = /^\/([A-Za-z0-9-]{8,128})\.txt$/;

/** The key that says that messages of IndexNow come from this site; there is one where it is set. */
export const indexNowKeyAt: DocumentKind = (path) => {
  const [, key] = ADDRESS.exec(path) ?? [];
  if (key === undefined) return null;
  return ({ indexNowKey }) => {
    if (key !== indexNowKey) return null;
    return { type: 'text/plain; charset=utf-8', body: key, modified: null };
  };
};
