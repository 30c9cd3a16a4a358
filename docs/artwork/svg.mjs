// The few SVG strings that every drawing is made of.

const num = (n) => Math.round(n * 10) / 10;
const pair = ([x, y]) => `${num(x)},${num(y)}`;

export const rect = (x, y, w, h, fill, extra = '') =>
  `<rect x="${num(x)}" y="${num(y)}" width="${num(w)}" height="${num(h)}" fill="${fill}" ${extra}/>`;

export const circle = (x, y, r, fill, extra = '') =>
  `<circle cx="${num(x)}" cy="${num(y)}" r="${num(r)}" fill="${fill}" ${extra}/>`;

export const ellipse = (x, y, rx, ry, fill, extra = '') =>
  `<ellipse cx="${num(x)}" cy="${num(y)}" rx="${num(rx)}" ry="${num(ry)}" fill="${fill}" ${extra}/>`;

export const poly = (points, fill, extra = '') =>
  `<polygon points="${points.map(pair).join(' ')}" fill="${fill}" ${extra}/>`;

export const path = (d, fill, extra = '') => `<path d="${d}" fill="${fill}" ${extra}/>`;

/** An open stroke with round ends. */
export const stroke = (d, colour, width, extra = '') =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${extra}/>`;

export const line = (x1, y1, x2, y2, colour, width, extra = '') =>
  stroke(`M${num(x1)},${num(y1)}L${num(x2)},${num(y2)}`, colour, width, extra);

export const group = (content, attributes = '') => `<g ${attributes}>${content}</g>`;

export const at = (x, y, content, more = '') =>
  group(content, `transform="translate(${num(x)} ${num(y)}) ${more}"`);

let clipCount = 0;

/** `content` seen only through `shape` (itself SVG). */
export const clipped = (shape, content) => {
  clipCount += 1;
  const id = `clip${clipCount}`;
  return `<clipPath id="${id}">${shape}</clipPath><g clip-path="url(#${id})">${content}</g>`;
};

/** Vector type; DejaVu Serif holds all the letters of the region. */
export const text = (x, y, size, fill, content, extra = '') =>
  `<text x="${num(x)}" y="${num(y)}" font-size="${size}" fill="${fill}" font-family="DejaVu Serif" ${extra}>${content}</text>`;

export const range = (count, make) => Array.from({ length: count }, (_, i) => make(i)).join('');

/** A seeded generator (mulberry32), so that every run draws the same picture. */
export const random = (seed) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

export const svg = (width, height, body) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`;
