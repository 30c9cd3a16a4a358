import type { NavigationLink } from '@/components/layout/SiteHeader';
import type { Reader } from '@/lib/archive/reader';
import { routes } from '@/lib/site/routes';

/** Links of the header: those that site.yml names, else the sections. */
export function navigationLinks({ site, sections }: Reader): readonly NavigationLink[] {
  return (
    site.navigation ??
    sections.map(({ name, slug }) => ({ label: name, url: routes.section(slug) }))
  );
}
