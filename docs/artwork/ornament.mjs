// Geometry in the manner of Central Asian tile and felt: drawn here, copied from no monument.
import { C } from './palette.mjs';
import { at, circle, poly, range, rect, stroke } from './svg.mjs';

/** Points of the eight-fold star that two crossed squares make. */
export const starPoints = (cx, cy, r, inner = 0.765, points = 8, turn = 0) =>
  Array.from({ length: points * 2 }, (_, i) => {
    const a = (i * Math.PI) / points + turn;
    const d = i % 2 ? r * inner : r;
    return [cx + d * Math.cos(a), cy + d * Math.sin(a)];
  });

export const star = (cx, cy, r, fill, extra = '', inner = 0.765) =>
  poly(starPoints(cx, cy, r, inner), fill, extra);

/** A star in a star in a star, as on a glazed tile. */
export const rosette = (cx, cy, r, colours) =>
  colours.map((fill, i) => star(cx, cy, r * (1 - i / colours.length), fill)).join('');

/** The star-and-cross field; the ground shows through as the crosses. */
export const starField = (x, y, w, h, cell, fill, heart) => {
  const cols = Math.ceil(w / cell);
  const rows = Math.ceil(h / cell);
  return range(rows, (j) =>
    range(cols, (i) => {
      const cx = x + (i + 0.5) * cell;
      const cy = y + (j + 0.5) * cell;
      return star(cx, cy, cell * 0.485, fill) + (heart ? star(cx, cy, cell * 0.2, heart) : '');
    }),
  );
};

const rhombus = (cx, cy, rx, ry, fill) =>
  poly(
    [
      [cx - rx, cy],
      [cx, cy - ry],
      [cx + rx, cy],
      [cx, cy + ry],
    ],
    fill,
  );

/** A woven band: nested rhombi between two rules. `n` whole rhombi fill the width. */
export const rhombusBand = (x, y, w, h, n, { ground, outer, inner, heart, rule }) => {
  const step = w / n;
  const edge = h * 0.09;
  return (
    rect(x, y, w, h, ground) +
    range(n, (i) => {
      const cx = x + (i + 0.5) * step;
      const cy = y + h / 2;
      const ry = h / 2 - edge * 1.8;
      return (
        rhombus(cx, cy, step * 0.47, ry, outer) +
        rhombus(cx, cy, step * 0.3, ry * 0.64, inner) +
        rhombus(cx, cy, step * 0.13, ry * 0.28, heart)
      );
    }) +
    rect(x, y, w, edge, rule) +
    rect(x, y + h - edge, w, edge, rule)
  );
};

/** A pair of ram's horns on one stem, felt-cut; `s` is its height, the foot is at (x, y). */
export const horns = (x, y, s, colour, turn = 0) => {
  const half = 'M0,0 L0,-52 C2,-92 58,-100 62,-60 C64,-36 34,-28 29,-46 C27,-54 34,-60 40,-57';
  const drawn =
    stroke(half, colour, 11) +
    stroke(half, colour, 11, 'transform="scale(-1 1)"') +
    stroke('M0,-52 L0,-100', colour, 11);
  return at(x, y, drawn, `rotate(${turn}) scale(${s / 105})`);
};

/** Horns to the four sides of a small rhombus: a felt-rug medallion. */
export const hornCross = (x, y, s, colour, heart) =>
  range(4, (i) => horns(x, y, s, colour, i * 90)) + rhombus(x, y, s * 0.24, s * 0.24, heart);

/** The sun or the moon of every landscape: a disc with the tile star around it. */
export const skyDisc = (x, y, r, disc, halo) => star(x, y, r * 1.42, halo) + circle(x, y, r, disc);

/** A made-up coin: no country strikes it. */
export const coin = (x, y, r, face = C.ochreLight, rim = C.ochre, mark = C.ochreDark) =>
  circle(x, y, r, rim) +
  circle(x, y, r * 0.84, face) +
  star(x, y, r * 0.6, mark) +
  star(x, y, r * 0.36, face) +
  star(x, y, r * 0.16, mark);
