/** A service that readers send articles on with. */
export interface ShareTarget {
  readonly service: 'Telegram' | 'WhatsApp' | 'X' | 'Facebook' | 'e-mail';
  readonly url: string;
}

/** Plain links that open a service with the article's address filled in; no script, no tracker. */
export function shareTargets(title: string, address: string): ShareTarget[] {
  const url = encodeURIComponent(address);
  const text = encodeURIComponent(title);
  const both = encodeURIComponent(`${title} ${address}`);
  return [
    { service: 'Telegram', url: `https://t.me/share/url?url=${url}&text=${text}` },
    { service: 'WhatsApp', url: `https://wa.me/?text=${both}` },
    { service: 'X', url: `https://x.com/intent/post?url=${url}&text=${text}` },
    { service: 'Facebook', url: `https://www.facebook.com/sharer/sharer.php?u=${url}` },
    { service: 'e-mail', url: `mailto:?subject=${text}&body=${url}` },
  ];
}
