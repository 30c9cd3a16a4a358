import type { ArticleRecord } from '@/lib/archive/records';
import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';

interface SubjectsProps {
  readonly article: ArticleRecord;
  readonly context: ViewContext;
}

/** The countries and topics of an article, each linked to its list. */
export function Subjects({ article, context }: SubjectsProps) {
  const { messages } = context;
  const groups = [
    {
      label: messages.article.countries,
      links: article.countries.map((country) => ({
        path: routes.country(country),
        name: messages.countries[country],
      })),
    },
    {
      label: messages.article.topics,
      links: article.topics.map(({ slug, name }) => ({ path: routes.topic(slug), name })),
    },
  ].filter(({ links }) => links.length > 0);
  if (groups.length === 0) return null;
  return (
    <dl className="subjects">
      {groups.map(({ label, links }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <ul className="inline-list">
              {links.map(({ path, name }) => (
                <li key={path}>
                  <a href={path}>{name}</a>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}
