import { describe, expect, it } from 'vitest';
import { readStyleSheet } from '@/lib/server/finish/readStyleSheet';
import { requirements } from '@/lib/server/finish/selectors';
import { StyleSheet } from '@/lib/server/finish/styleSheet';

const cut = (css: string, ...used: string[]): string =>
  new StyleSheet(readStyleSheet(css)).usedBy(new Set(['html', 'body', ...used]));

describe('requirements of a selector', () => {
  it.each([
    ['p', ['p']],
    ['.card .headline a:hover', ['.card', '.headline', 'a']],
    ['#content > H2 + p::before', ['#content', 'h2', 'p']],
    ['*', []],
    [':root[data-theme="dark"]', []],
    ['a:not(.button, [rel~="x"])', ['a']],
    ['.front:has(.card:nth-child(2n + 1))', ['.front']],
    ['::file-selector-button', ['(file)']],
    ['::-webkit-search-decoration', ['(search)']],
    ['::-webkit-inner-spin-button', ['(number)']],
    ['::-webkit-datetime-edit', ['(date)']],
    ['::-webkit-details-marker', []],
    ['svg path', ['svg', 'path']],
  ])('%s', (selector, needs) => {
    expect(requirements(selector).sort()).toEqual([...needs].sort());
  });

  it('are never met where a shadow tree is asked for', () => {
    expect(cut('html,:host{color:red}')).toBe('html{color:red}');
  });
});

describe('what is kept', () => {
  it('are rules whose every part occurs', () => {
    expect(cut('.a .b{x:1}.a{x:2}.c,.a p{x:3}', '.a', 'p')).toBe('.a{x:2}.a p{x:3}');
  });

  it('are groups that are not empty', () => {
    expect(
      cut('@media print{.a{x:1}.b{x:2}}@media (width>1px){.b{x:3}}@layer base{p{x:4}}', '.a', 'p'),
    ).toBe('@media print{.a{x:1}}@layer base{p{x:4}}');
  });

  it('are statements and animations, in their order', () => {
    const css = '@layer a,b;@view-transition{navigation:auto}@keyframes k{to{opacity:0}}';
    expect(cut(css)).toBe(css);
  });

  it('are rules within rules, whole', () => {
    expect(cut('.card{color:red;&:hover{color:blue}}')).toContain('&:hover{color:blue}');
  });
});

describe('custom properties', () => {
  it('stay where something uses them, also by way of others', () => {
    const css =
      ':root{--ink:#000;--deep:var(--ink);--unused:var(--lost);--lost:1}p{color:var(--deep)}';
    expect(cut(css, 'p')).toBe(':root{--ink:#000;--deep:var(--ink)}p{color:var(--deep)}');
  });

  it('stay where only a rule that is kept whole uses them', () => {
    const css = ':root{--a:1}@keyframes k{to{opacity:var(--a)}}';
    expect(cut(css)).toBe(css);
  });

  it('go with the rules that use them', () => {
    expect(cut(':root{--a:1}.gone{x:var(--a)}')).toBe('');
  });
});
