import type { Profile } from '@/lib/archive/queries/people';
import type { Author } from '@/lib/content/models';
import { profileCrumbs } from '@/lib/discovery/crumbs';
import { pageOf, routes } from '@/lib/site/routes';
import { ArticleCard } from '../cards/ArticleCard';
import type { ViewContext } from '../context';
import { Breadcrumb } from '../layout/Breadcrumb';
import { FollowLink } from '../lists/FollowLink';
import { Pagination } from '../lists/Pagination';
import { Facts } from '../text/Facts';
import { Html } from '../text/Html';
import { Avatar } from './Avatar';

interface ProfileViewProps {
  readonly profile: Profile;
  /** The bio as HTML. */
  readonly bio: string;
  readonly context: ViewContext;
}

/** A journalist's profile: who they are, and their articles. */
export function ProfileView({ profile, bio, context }: ProfileViewProps) {
  const { author, avatar, list } = profile;
  const { messages } = context;
  return (
    <div className="wrap profile">
      <Breadcrumb crumbs={profileCrumbs(messages, author)} context={context} />
      <header className="profile-head">
        <Avatar
          name={author.name}
          alt={author.avatar?.alt ?? messages.profile.avatarOf(author.name)}
          picture={avatar}
          size="large"
        />
        <div>
          <h1>{author.name}</h1>
          <p className="profile-role">{author.role}</p>
          <Html html={bio} className="profile-bio prose" />
          <ProfileFacts profile={profile} context={context} />
        </div>
      </header>
      <section aria-labelledby="articles" className="profile-articles">
        <h2 id="articles" className="section-heading">
          {messages.profile.articles}
        </h2>
        {list.cards.length === 0 ? <p>{messages.profile.none}</p> : null}
        {list.cards.map((card) => (
          <ArticleCard key={card.slug} card={card} look="excerpt" context={context} />
        ))}
        <Pagination
          pageAt={(number) => pageOf(routes.person(author.slug), number)}
          page={list.page}
          pages={list.pages}
          context={context}
        />
        <FollowLink list={routes.person(author.slug)} name={author.name} context={context} />
      </section>
    </div>
  );
}

function ProfileFacts({ profile, context }: Omit<ProfileViewProps, 'bio'>) {
  const { author } = profile;
  const words = context.messages.profile;
  const links = [
    ...(author.email ? [{ label: author.email, url: `mailto:${author.email}` }] : []),
    ...author.links,
  ];
  const facts = [
    { term: words.beats, text: author.beats.join(', ') },
    { term: words.location, text: author.location ?? '' },
    { term: words.languages, text: author.languages.join(', ') },
    { term: words.experience, text: author.since === null ? '' : words.since(author.since) },
    { term: words.links, text: links.length === 0 ? '' : <Links links={links} /> },
  ].filter(({ text }) => text !== '');
  return facts.length === 0 ? null : <Facts facts={facts} />;
}

function Links({ links }: { readonly links: Author['links'] }) {
  return (
    <ul className="inline-list">
      {links.map(({ label, url }) => (
        <li key={url}>
          <a href={url} rel="me noopener">
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
