// Skies, ridges, dunes and long shadows, shared by the outdoor scenes.
import { group, path, poly, random, range, rect } from './svg.mjs';

/** Flat bands of sky from the top down to `bottom`; later bands are thinner, as near a horizon. */
export const sky = (w, bottom, colours) => {
  const weights = colours.map((_, i) => colours.length - i * 0.72);
  const total = weights.reduce((a, b) => a + b, 0);
  let y = 0;
  return colours
    .map((fill, i) => {
      const h = (weights[i] / total) * bottom;
      const band = rect(0, y, w, bottom - y + 2, fill);
      y += h;
      return band;
    })
    .join('');
};

/** A mountain of two facets with a broken edge between light and shade, and a snow cap. */
export const peak = (x, y, w, base, light, shade, snow, lean = 0.06) => {
  const h = base - y;
  const l = x - w / 2;
  const r = x + w / 2;
  const edge = [
    [x, y],
    [x + w * lean, y + h * 0.22],
    [x - w * lean * 0.5, y + h * 0.42],
    [x + w * lean * 1.6, y + h * 0.7],
    [x + w * lean * 0.8, base],
  ];
  const body =
    poly([[l, base], [x - w * 0.2, y + h * 0.46], [x, y], ...edge.slice(1)], light) +
    poly([...edge, [r, base], [x + w * 0.27, y + h * 0.5]], shade);
  if (!snow) return body;
  const cap = [
    [x, y],
    [x + w * 0.27 * 0.62, y + h * 0.31],
    [x + w * 0.1, y + h * 0.27],
    [x + w * 0.045, y + h * 0.4],
    [x - w * 0.02, y + h * 0.27],
    [x - w * 0.07, y + h * 0.36],
    [x - w * 0.2 * 0.64, y + h * 0.295],
  ];
  const capShade = [
    [x, y],
    [x + w * lean, y + h * 0.22],
    [x - w * 0.012, y + h * 0.29],
    ...[3, 2, 1].map((i) => cap[i]),
  ];
  return body + poly(cap, snow[0]) + poly(capShade, snow[1]);
};

/** A far, low ridge line with facets too small to draw. */
export const ridge = (w, base, height, step, fill, seed) => {
  const next = random(seed);
  const points = [[-20, base + 4]];
  for (let x = -20; x <= w + step; x += step * (0.6 + next() * 0.8)) {
    points.push([x, base - height * (0.25 + next() * 0.75)]);
  }
  points.push([w + 40, base + 4]);
  return poly(points, fill);
};

/**
 * The shadow of something standing on the line `ground`: the same silhouette laid flat,
 * `lean` to the side and `length` towards the viewer for each unit of height.
 */
export const castShadow = (silhouette, ground, lean, length, opacity = 1) =>
  group(
    silhouette,
    `transform="matrix(1 0 ${-lean} ${-length} ${lean * ground} ${ground + length * ground})" opacity="${opacity}"`,
  );

/** A poplar, the tree of every village street. */
export const poplar = (x, base, h, fill) =>
  path(
    `M${x},${base} C${x - h * 0.17},${base - h * 0.3} ${x - h * 0.12},${base - h * 0.8} ${x},${base - h} C${x + h * 0.12},${base - h * 0.8} ${x + h * 0.17},${base - h * 0.3} ${x},${base} Z`,
    fill,
  );

/** Seven-segment digits as polygons: no font is needed for a display. */
const SEGMENTS = [
  '1110111',
  '0010010',
  '1011101',
  '1011011',
  '0111010',
  '1101011',
  '1101111',
  '1010010',
  '1111111',
  '1111011',
];
export const digits = (x, y, h, value, fill, dim) => {
  const w = h * 0.54;
  const t = h * 0.12;
  const bar = (x1, y1, flat, colour) => {
    const len = flat ? w - t * 0.4 : h / 2 - t * 0.4;
    const p = flat
      ? [
          [0, 0],
          [t / 2, -t / 2],
          [len - t / 2, -t / 2],
          [len, 0],
          [len - t / 2, t / 2],
          [t / 2, t / 2],
        ]
      : [
          [0, 0],
          [t / 2, t / 2],
          [t / 2, len - t / 2],
          [0, len],
          [-t / 2, len - t / 2],
          [-t / 2, t / 2],
        ];
    return poly(
      p.map(([a, b]) => [x1 + a, y1 + b]),
      colour,
    );
  };
  let left = x;
  return [...value]
    .map((c) => {
      if (c === '.') {
        const dot = rect(left - t * 0.9, y + h - t * 0.6, t * 1.1, t * 1.1, fill);
        left += t * 0.9;
        return dot;
      }
      const on = SEGMENTS[Number(c)];
      const g = t * 0.2;
      const ends = [
        [left + g, y, true],
        [left, y + g, false],
        [left + w, y + g, false],
        [left + g, y + h / 2, true],
        [left, y + h / 2 + g, false],
        [left + w, y + h / 2 + g, false],
        [left + g, y + h, true],
      ];
      left += w + h * 0.24;
      return range(7, (i) =>
        on[i] === '1' ? bar(...ends[i], fill) : dim ? bar(...ends[i], dim) : '',
      );
    })
    .join('');
};
