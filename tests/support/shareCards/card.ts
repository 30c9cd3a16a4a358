import type { ShareCard } from '@/lib/discovery/shareImages/shareCard';

/** With letters of each of the font's files. */
export const CARD: ShareCard = {
  kicker: 'Жамият',
  title: 'A river rises',
  note: 'Айгүл Төлөгөнқызы, Оғабек Қўчқоров, Şäher Ýazowa',
  picture: null,
  focus: null,
  isPortrait: false,
};
