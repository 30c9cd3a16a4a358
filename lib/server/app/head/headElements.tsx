import { createElement, Fragment, type ReactElement } from 'react';
import { openGraphElements } from './openGraphElements';
import type { Metadata, Viewport } from './schema';

/** What Next says of the viewport where nothing else is said. */
const WIDTH = 'width=device-width, initial-scale=1';

/**
 * The elements of a head, in the order in which Next writes them; React brings them there.
 * Next's copies of Open Graph for X are left out: X reads Open Graph.
 */
export function headElements(metadata: Metadata, { themeColor = [] }: Viewport): ReactElement {
  const { title, description, manifest, robots, openGraph, twitter, icons } = metadata;
  return createElement(
    Fragment,
    null,
    <meta charSet="utf-8" />,
    <meta name="viewport" content={WIDTH} />,
    ...themeColor.map(({ media, color }) => (
      <meta key={media} name="theme-color" content={color} media={media} />
    )),
    title && <title>{title}</title>,
    description && <meta name="description" content={description} />,
    manifest && <link rel="manifest" href={manifest} />,
    robots && <meta name="robots" content={robotsWords(robots)} />,
    ...alternateElements(metadata.alternates),
    formatDetection(metadata.formatDetection),
    ...(openGraph ? openGraphElements(openGraph) : []),
    twitter && <meta name="twitter:card" content={twitter.card} />,
    twitter?.site && <meta name="twitter:site" content={twitter.site} />,
    icons?.icon && <link rel="icon" href={icons.icon} />,
    icons?.apple && <link rel="apple-touch-icon" href={icons.apple} />,
  );
}

function robotsWords(robots: NonNullable<Metadata['robots']>): string {
  if (typeof robots === 'string') return robots;
  return `${robots.index ? 'index' : 'noindex'}, ${robots.follow ? 'follow' : 'nofollow'}`;
}

function alternateElements({
  canonical,
  languages = {},
  types = {},
}: NonNullable<Metadata['alternates']> = {}): ReactElement[] {
  const first = canonical === undefined ? [] : [<link key="" rel="canonical" href={canonical} />];
  const versions = Object.entries(languages).map(([language, url]) => (
    <link key={language} rel="alternate" hrefLang={language} href={url} />
  ));
  const forms = Object.entries(types).flatMap(([type, links]) =>
    links.map(({ url, title }) => (
      <link key={url} rel="alternate" type={type} href={url} title={title} />
    )),
  );
  return [...first, ...versions, ...forms];
}

const FORMATS = ['telephone', 'date', 'address', 'email', 'url'] as const;

function formatDetection(formats: Metadata['formatDetection']): ReactElement | undefined {
  const off = FORMATS.filter((format) => formats?.[format] === false);
  if (off.length === 0) return undefined;
  return <meta name="format-detection" content={off.map((format) => `${format}=no`).join(', ')} />;
}
