// The site's mark: a saxaul on its dune, cut out of a turquoise tile star.
import { starPoints } from './ornament.mjs';
import { C } from './palette.mjs';

const TRUNK = 'M14.8,25 C15,22.6 16.8,21.4 16,18.6';
const LIMBS =
  'M16,19.4 C14.6,17.4 11.8,17.4 10.6,14.4 M16,18.6 C17.4,16.8 20.2,16.6 21.2,13.6 M16,18.6 C15.4,15.4 16.8,13.6 15.8,10.6';
const TWIGS =
  'M10.6,14.4 L9.8,10.4 M11,15.2 L6.8,14.8 M21.2,13.6 L21.8,9.8 M20.8,14.4 L25.2,14.4 M15.8,10.8 L13.8,7.4 M15.9,10.8 L18,7.2';
const DUNE = 'M8,26.6 Q15.6,21.2 24,26.6 Z';

const corners = starPoints(16, 16, 16)
  .map((p) => p.map((n) => n.toFixed(2)).join())
  .join(' ');

// Below some 24 pixels the twigs would blur into grey, so a plainer tree takes over.
const SMALL =
  'M16,25.5 V16 M16,22 L23,17 V12 M16,20 L8.8,15.4 V11.6 M16,17 L12.4,7.8 M16,17 L20,8.4';

/** Drawn on a grid of 32; the colours turn with the reader's scheme. */
const favicon = () =>
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">' +
  `<style>.s{fill:${C.tile}}.t{stroke:${C.paper}}.d{fill:${C.paper}}.n{display:none}` +
  `@media(prefers-color-scheme:dark){.s{fill:${C.tileLight}}.t{stroke:${C.night}}.d{fill:${C.night}}}` +
  '@media(max-width:24px){.b{display:none}.n{display:inline}}</style>' +
  `<polygon class="s" points="${corners}"/>` +
  '<g class="t" fill="none" stroke-linecap="round" stroke-linejoin="round">' +
  `<g class="b"><path class="d" stroke="none" d="${DUNE}"/><path stroke-width="3" d="${TRUNK}"/>` +
  `<path stroke-width="2.5" d="${LIMBS}"/><path stroke-width="2" d="${TWIGS}"/></g>` +
  `<path class="n" stroke-width="2.6" d="${SMALL}"/></g></svg>`;

export const vectors = { icon: favicon };
