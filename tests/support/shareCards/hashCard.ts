import { createHash } from 'node:crypto';
import { drawCard } from '@/lib/discovery/shareImages/draw';
import { CARD } from './card';

// A program for tests: it says the SHA-256 of a card that it drew.
const bytes = await drawCard(CARD, 'Courier', null);
console.log(createHash('sha256').update(bytes).digest('hex'));
