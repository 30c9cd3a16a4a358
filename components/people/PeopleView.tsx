import type { PersonEntry } from '@/lib/archive/queries/people';
import { pageCrumbs } from '@/lib/discovery/crumbs';
import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { Breadcrumb } from '../layout/Breadcrumb';
import { Avatar } from './Avatar';

interface PeopleViewProps {
  readonly people: readonly PersonEntry[];
  readonly context: ViewContext;
}

/** "Our People": everyone with a byline. */
export function PeopleView({ people, context }: PeopleViewProps) {
  const { messages } = context;
  return (
    <div className="wrap">
      <Breadcrumb crumbs={pageCrumbs(messages, messages.people)} context={context} />
      <header className="page-head">
        <h1>{messages.people}</h1>
        <p className="standfirst">{messages.peopleIntroduction}</p>
      </header>
      <ul className="people">
        {people.map(({ author, avatar, articles }) => (
          <li key={author.slug} className="person">
            <Avatar name={author.name} alt="" picture={avatar} size="small" />
            <div>
              <h2>
                <a href={routes.person(author.slug)}>{author.name}</a>
              </h2>
              <p className="profile-role">{author.role}</p>
              {author.beats.length > 0 ? (
                <p className="person-beats">{author.beats.join(', ')}</p>
              ) : null}
              <p className="person-count">{messages.articleCount(articles)}</p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
