import { routes } from '@/lib/site/routes';
import type { Document } from '../document';
import type { DocumentContext, DocumentKind } from '../documents';
import { faviconOf, type IconShape, iconOf } from './drawIcon';

/** The icons that are made, by their names. */
export const ICONS = {
  '48': { size: 48, ground: 'none', share: 1 },
  '192': { size: 192, ground: 'none', share: 1 },
  '512': { size: 512, ground: 'none', share: 1 },
  /** What lies within four fifths is never cut off (Web App Manifest, maskable icons). */
  maskable: { size: 512, ground: 'paper', share: 0.66 },
} as const satisfies Readonly<Record<string, IconShape>>;

export type IconName = keyof typeof ICONS;

/** For home screens of Apple's devices, which cut their own corners. */
const TOUCH_ICON: IconShape = { size: 180, ground: 'paper', share: 0.84 };

const ADDRESS = /^\/icons\/(\w+)\.png$/;

/** The icons of the site, made of the publication's logo where it has one. */
export const iconAt: DocumentKind = (path) => {
  if (path === routes.favicon()) {
    return (context) => made(context, 'image/vnd.microsoft.icon', (file) => faviconOf(file));
  }
  const shape = shapeAt(path);
  return shape && ((context) => made(context, 'image/png', (file) => iconOf(file, shape)));
};

function shapeAt(path: string): IconShape | null {
  if (path === routes.touchIcon()) return TOUCH_ICON;
  const [, name = ''] = ADDRESS.exec(path) ?? [];
  return isIcon(name) ? ICONS[name] : null;
}

function isIcon(name: string): name is IconName {
  return Object.hasOwn(ICONS, name);
}

async function made(
  { reader, files }: DocumentContext,
  type: string,
  draw: (file: string) => Promise<Uint8Array>,
): Promise<Document> {
  const { logo } = reader.site;
  if (logo !== null) reader.shown.add(`media:${logo}`);
  const file = (logo && files.picture(logo)) ?? files.own('icon.svg');
  return { type, body: await draw(file), modified: null };
}
