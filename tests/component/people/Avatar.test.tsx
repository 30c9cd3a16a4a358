import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Avatar, initials } from '@/components/people/Avatar';
import { A_FACE } from '../support/people';
import { only } from '../support/reading';
import { show } from '../support/render';

describe('Avatar', () => {
  it('is the picture, with its alternative text and its dimensions', () => {
    show(<Avatar name="Aliya Haidar" alt="Aliya at her desk" picture={A_FACE} size="large" />);
    const picture = screen.getByRole('img', { name: 'Aliya at her desk' });
    expect(picture.getAttribute('src')).toBe('/media/face.fedcba9876-160.webp');
    expect([picture.getAttribute('width'), picture.getAttribute('height')]).toEqual(['320', '320']);
  });

  it('is drawn initials where there is no picture', () => {
    show(<Avatar name="Aliya Haidar" alt="Aliya Haidar's Avatar" picture={null} size="large" />);
    const drawing = screen.getByRole('img', { name: "Aliya Haidar's Avatar" });
    expect(drawing.tagName.toLowerCase()).toBe('svg');
    expect(drawing.textContent).toBe('AH');
  });

  it('is silent where the name stands beside it', () => {
    const drawn = show(<Avatar name="Aliya Haidar" alt="" picture={null} size="small" />);
    expect(only(drawn, 'svg').getAttribute('aria-hidden')).toBe('true');
    const pictured = show(<Avatar name="Aliya Haidar" alt="" picture={A_FACE} size="small" />);
    expect(only(pictured, 'img').getAttribute('alt')).toBe('');
    expect(screen.queryByRole('img')).toBeNull();
  });
});

describe('initials', () => {
  it.each([
    ['Aliya Haidar', 'AH'],
    ['aliya haidar', 'AH'],
    ['Aliya Serikqyzy Haidar', 'AH'],
    ['Ўткир  Ҳошимов', 'ЎҲ'],
    ['Manas', 'M'],
    // Letters beyond the first plane of Unicode are two units of a string.
    ['𐰀𐰁 𐰃𐰄', '𐰀𐰃'],
    ['', ''],
  ])('of "%s" are %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
