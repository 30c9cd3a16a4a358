import type { AuthorNote } from '@/lib/archive/queries/article';
import { excerpt } from '@/lib/content/excerpt';
import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { Avatar } from '../people/Avatar';

interface AuthorsBoxProps {
  readonly notes: readonly AuthorNote[];
  readonly context: ViewContext;
}

const BIO_WORDS = 40;

/** Who wrote the article, at its end. */
export function AuthorsBox({ notes, context }: AuthorsBoxProps) {
  if (notes.length === 0) return null;
  return (
    <section className="authors-box" aria-labelledby="authors">
      <h2 id="authors" className="box-heading">
        {context.messages.article.aboutAuthors(notes.length)}
      </h2>
      {notes.map(({ author, avatar }) => (
        <div key={author.slug} className="author-note">
          <Avatar name={author.name} alt="" picture={avatar} size="small" />
          <div>
            <p className="author-name">
              <a href={routes.person(author.slug)}>{author.name}</a>{' '}
              <span className="profile-role">{author.role}</span>
            </p>
            <p>{excerpt(author.plainBio, BIO_WORDS)}</p>
          </div>
        </div>
      ))}
    </section>
  );
}
