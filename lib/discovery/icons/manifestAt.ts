import { routes } from '@/lib/site/routes';
import type { DocumentKind } from '../documents';
import { ICONS, type IconName } from './iconAt';

/** Characters that fit under an icon. */
const SHORT_NAME = 12;
/** The site's paper and night (app/styles/tokens.css). */
const PAPER = '#faf7f0';

/** What a device shows of the site on its home screen (Web App Manifest). */
export const manifestAt: DocumentKind = (path) => {
  if (path !== routes.manifest()) return null;
  return ({ reader }) => {
    const { name, description, language } = reader.site;
    const [first = name] = name.split(' ');
    const manifest = {
      name,
      short_name: name.length <= SHORT_NAME ? name : first,
      description,
      lang: language,
      id: routes.front(),
      start_url: routes.front(),
      display: 'minimal-ui',
      background_color: PAPER,
      theme_color: PAPER,
      icons: [icon('192', 'any'), icon('512', 'any'), icon('maskable', 'maskable')],
    };
    const type = 'application/manifest+json; charset=utf-8';
    return { type, body: `${JSON.stringify(manifest)}\n`, modified: null };
  };
};

function icon(name: IconName, purpose: 'any' | 'maskable') {
  const { size } = ICONS[name];
  return { src: routes.madeIcon(name), sizes: `${size}x${size}`, type: 'image/png', purpose };
}
