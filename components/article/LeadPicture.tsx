import type { Picture } from '@/lib/archive/queries/pictures';
import { SLOTS } from '@/lib/images/slots';
import { Photo } from '../cards/Photo';

export function LeadPicture({ picture }: { readonly picture: Picture }) {
  return (
    <figure className="lead-picture">
      <Photo picture={picture} alt={picture.alt} slot={SLOTS.lead} loading="lead" />
      {picture.caption || picture.credit ? (
        <figcaption>
          {picture.caption} {picture.credit ? <cite>{picture.credit}</cite> : null}
        </figcaption>
      ) : null}
    </figure>
  );
}
