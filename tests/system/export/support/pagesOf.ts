import { filesOf } from '@/tests/support/exports';

interface ExportedPage {
  readonly path: string;
  readonly html: string;
}

/** All pages of an export, but for those that lead on to another address or stand in for missing ones. */
export function pagesOf(out: string): ExportedPage[] {
  return [...filesOf(out)]
    .filter(([file]) => file.endsWith('.html') && !/^4\d\d\.html$/.test(file))
    .map(([file, content]) => ({
      path: `/${file.replace(/(?:^index)?\.html$/, '')}`,
      html: content.toString('utf8'),
    }))
    .filter(({ html }) => !html.includes('http-equiv="refresh"'));
}
