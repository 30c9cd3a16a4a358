import type { PageLink } from '@/lib/archive/queries/pages';
import { POLICIES } from '@/lib/site/identity';
import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { ThemeSwitch } from './ThemeSwitch';
import { TileStar } from './TileStar';

/** lib/server writes what the page weighs in its place, and shows the line. */
const UNKNOWN_WEIGHT = '0.0';

interface SiteFooterProps {
  readonly pages: readonly PageLink[];
  readonly context: ViewContext;
}

export function SiteFooter({ pages, context }: SiteFooterProps) {
  const { site, messages } = context;
  const { contact } = site;
  const policies = POLICIES.flatMap((policy) => {
    const slug = site.policies[policy];
    return slug === undefined ? [] : [{ policy, slug }];
  });
  const policySlugs = new Set<string>(policies.map(({ slug }) => slug));
  return (
    <footer className="site-footer">
      <div className="tile-band" />
      <div className="wrap footer-grid">
        <div className="footer-identity">
          <p className="footer-name">
            <TileStar />
            {site.name}
          </p>
          <p>{site.description}</p>
          {site.founded ? <p>{messages.footer.founded(site.founded)}</p> : null}
          <ThemeSwitch context={context} />
          <p className="page-weight" data-page-weight="" hidden>
            {messages.footer.weight(UNKNOWN_WEIGHT)}
          </p>
        </div>
        <nav aria-label={messages.navigation.footer}>
          <FooterList heading={messages.footer.about}>
            {pages
              .filter(({ slug }) => !policySlugs.has(slug))
              .map(({ slug, title }) => (
                <FooterLink key={slug} href={routes.page(slug)} label={title} />
              ))}
            <FooterLink href={routes.people()} label={messages.people} />
            <FooterLink href={routes.archive()} label={messages.archive} />
            <FooterLink href={routes.rates()} label={messages.rates.heading} />
            <FooterLink href={routes.feed('rss')} label={messages.footer.feed} />
          </FooterList>
          <FooterList heading={messages.footer.policies}>
            {policies.map(({ policy, slug }) => (
              <FooterLink key={policy} href={routes.page(slug)} label={messages.policies[policy]} />
            ))}
            <FooterLink href={routes.corrections()} label={messages.corrections} />
          </FooterList>
          {contact || site.social.length > 0 ? (
            <FooterList heading={messages.footer.contact}>
              {[contact?.email, contact?.corrections].map((email) =>
                email ? <FooterLink key={email} href={`mailto:${email}`} label={email} /> : null,
              )}
              {contact?.phone ? (
                <FooterLink
                  href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}
                  label={contact.phone}
                />
              ) : null}
              {contact?.address ? <li>{contact.address}</li> : null}
              {site.social.map(({ label, url }) => (
                <FooterLink key={url} href={url} label={label} />
              ))}
            </FooterList>
          ) : null}
        </nav>
      </div>
    </footer>
  );
}

function FooterList({ heading, children }: { heading: string; children: React.ReactNode }) {
  return (
    <div>
      <h2>{heading}</h2>
      <ul>{children}</ul>
    </div>
  );
}

function FooterLink({ href, label }: { href: string; label: string }) {
  return (
    <li>
      <a href={href}>{label}</a>
    </li>
  );
}
