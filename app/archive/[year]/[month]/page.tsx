import type { Metadata } from 'next';
import { type ListProps, type ListRoute, listMetadata, listPage } from '@/app/_site/listRoute';
import { monthList } from '@/lib/archive/queries/namedLists';
import { asked, routes } from '@/lib/site/routes';

const route: ListRoute = {
  query: (reader, { year = '', month = '' }, page) => monthList(reader, year, month, page),
  path: ({ year = '', month = '' }) => asked.month(year, month),
  parents: (messages) => [
    { label: messages.home, path: routes.front() },
    { label: messages.archive, path: routes.archive() },
  ],
  showSection: true,
};

export function generateMetadata(props: ListProps): Promise<Metadata> {
  return listMetadata(route, props);
}

export default function MonthPage(props: ListProps) {
  return listPage(route, props);
}
