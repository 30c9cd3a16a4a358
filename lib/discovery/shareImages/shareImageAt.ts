import { routes } from '@/lib/site/routes';
import type { DocumentKind } from '../documents';
import { cardAt } from './cardAt';
import { drawCard } from './draw';
import { cardHash, readShareImage, SHARE_TYPE } from './shareCard';

/**
 * Pictures of pages that are shared. The address names what is on the picture: of a page that has changed
 * since, an old one leads to the present one, and one that nobody ever gave out is made for nobody.
 */
export const shareImageAt: DocumentKind = (path) => {
  const asked = readShareImage(path);
  if (asked === null) return null;
  return ({ reader, files }) => {
    const card = cardAt(reader, asked.page);
    if (card === null) return null;
    const { name } = reader.site;
    const hash = cardHash(name, card);
    if (hash !== asked.hash) return { moved: routes.shareImage(asked.page, hash) };
    const picture = card.picture && files.picture(`media/${card.picture.name}`);
    const body = files.kept(`${hash}.jpg`, () => drawCard(card, name, picture));
    return body.then((bytes) => {
      return { type: SHARE_TYPE, body: bytes, modified: null, isImmutable: true };
    });
  };
};
