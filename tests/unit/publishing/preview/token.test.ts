import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPreview, signPreview } from '@/lib/publishing/preview/token';
import { slug } from '../../../fixtures/slugs';

const SECRET = 'a secret of some length';
const NOW = Date.parse('2026-11-23T08:00:00Z');
const HOUR = 3_600_000;

const grant = { slug: slug<'article'>('river-levels'), until: NOW + HOUR };
const token = signPreview(SECRET, grant);

describe('a token of a preview', () => {
  it('gives back what was signed, for any article and time', () => {
    const slugs = fc.stringMatching(/^[a-z0-9]{1,20}(-[a-z0-9]{1,20}){0,4}$/);
    fc.assert(
      fc.property(slugs, fc.integer({ min: 1, max: 30 * 24 * HOUR }), (name, ahead) => {
        const until = Math.ceil((NOW + ahead) / 1000) * 1000;
        const signed = signPreview(SECRET, { slug: slug(name), until });
        expect(readPreview(SECRET, signed, NOW)).toEqual({ kind: 'valid', slug: name, until });
        expect(signed).toMatch(/^[\w.-]+$/);
      }),
    );
  });

  it('ends at its time', () => {
    expect(readPreview(SECRET, token, grant.until - 1).kind).toBe('valid');
    expect(readPreview(SECRET, token, grant.until).kind).toBe('expired');
  });

  it('is refused with any letter altered, taken out or added', () => {
    const letter = fc.constantFrom(...'abcXYZ019-_.~=');
    fc.assert(
      fc.property(fc.nat(token.length), letter, fc.boolean(), (at, put, isAdded) => {
        const altered = token.slice(0, at) + put + token.slice(at + (isAdded ? 0 : 1));
        fc.pre(altered !== token);
        expect(readPreview(SECRET, altered, NOW).kind).toBe('forged');
      }),
    );
    for (let length = 0; length < token.length; length += 1) {
      expect(readPreview(SECRET, token.slice(0, length), NOW).kind).toBe('forged');
    }
  });

  it('is refused under another secret', () => {
    expect(readPreview('another secret as long', token, NOW).kind).toBe('forged');
  });

  it('is refused whatever it is, without a throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readPreview(SECRET, text, NOW).kind).toBe('forged');
      }),
    );
  });
});
