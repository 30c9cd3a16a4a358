import type { Picture } from '@/lib/archive/queries/pictures';
import { Photo } from '../cards/Photo';

export function LeadPicture({ picture }: { readonly picture: Picture }) {
  return (
    <figure className="lead-picture">
      <Photo picture={picture} alt={picture.alt} isLead />
      {picture.caption || picture.credit ? (
        <figcaption>
          {picture.caption} {picture.credit ? <cite>{picture.credit}</cite> : null}
        </figcaption>
      ) : null}
    </figure>
  );
}
