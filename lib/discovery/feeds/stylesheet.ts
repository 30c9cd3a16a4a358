import { routes } from '@/lib/site/routes';

/** Has browsers show a feed to those who open it (Associating Style Sheets with XML Documents). */
export function stylesheet(): string {
  return `<?xml-stylesheet type="text/css" href="${routes.feedStyle()}"?>`;
}
