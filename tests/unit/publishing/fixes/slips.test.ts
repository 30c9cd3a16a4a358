import { distance } from 'fastest-levenshtein';
import { expect, it } from 'vitest';
import { COUNTRIES } from '@/lib/site/countries';

it.each([[[...COUNTRIES]], [['correction', 'clarification']], [['local-usd', 'usd-local']]])(
  'no two of the fixed values %j are so near that one letter could mean either',
  (values) => {
    for (const one of values) {
      for (const other of values) {
        if (one !== other) expect(distance(one, other)).toBeGreaterThan(2);
      }
    }
  },
);
