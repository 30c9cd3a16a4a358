// Reading and counting: a marked proof, letters in two scripts, a sample of a crowd.
import { rhombusBand, star, starField } from './ornament.mjs';
import { C } from './palette.mjs';
import { at, circle, group, path, poly, random, range, rect, stroke, text } from './svg.mjs';

const wordLines = (next, x, y, width, count, step) =>
  range(count, (j) => {
    let left = x;
    let words = '';
    const end = j % 5 === 4 ? x + width * 0.55 : x + width;
    while (left < end - 30) {
      const w = Math.min(36 + next() * 104, end - left);
      words += rect(left, y + j * step, w, 17, C.night3, 'rx="3"');
      left += w + 18;
    }
    return words;
  });

const proofMarks = () => {
  const ink = (d, w = 9) => stroke(d, C.brick, w);
  const page =
    rect(18, 22, 860, 1080, C.deep) +
    rect(0, 0, 860, 1080, C.paper) +
    rect(110, 92, 460, 44, C.night) +
    rect(110, 152, 300, 26, C.tile) +
    wordLines(random(6), 110, 226, 600, 14, 52) +
    // Deletion, insertion, transposition, a circled word, stet dots, a new paragraph.
    ink(
      'M300,236 H470 C520,236 540,196 512,184 C484,176 480,214 520,232 C580,258 640,250 772,232',
    ) +
    ink('M236,326 L260,290 L284,326 M260,290 V282') +
    ink('M760,294 V346 M740,320 H780') +
    ink('M130,382 C130,362 252,362 252,390 C252,420 384,420 384,398') +
    ink('M742,398 C742,376 776,376 776,398 C776,424 812,424 812,400') +
    ink('M420,486 C420,446 640,446 646,488 C650,526 424,532 420,486 Z') +
    ink('M740,470 L800,510 M800,470 L740,510') +
    range(5, (i) => circle(180 + i * 34, 576, 7, C.brick)) +
    range(3, (i) => circle(744 + i * 28, 566, 7, C.brick)) +
    ink('M98,650 H74 V588 H98') +
    ink('M318,638 Q350,616 382,638 M318,666 Q350,690 382,666');
  const pencil =
    rect(-26, -330, 52, 470, C.ochre) +
    rect(-26, -330, 18, 470, C.ochreLight) +
    rect(10, -330, 16, 470, C.ochreDark) +
    rect(-26, -372, 52, 46, C.tilePale) +
    path('M-26,-372 V-404 Q-26,-422 0,-422 Q26,-422 26,-404 V-372 Z', C.brick) +
    poly(
      [
        [-26, 140],
        [26, 140],
        [8, 204],
        [-8, 204],
      ],
      C.sand,
    ) +
    poly(
      [
        [-9, 202],
        [9, 202],
        [0, 236],
      ],
      C.brick,
    );
  return (
    rect(0, 0, 1600, 900, C.tile) +
    starField(-80, -30, 1760, 960, 160, C.tileDark, C.tile) +
    at(330, 20, page, 'rotate(-4)') +
    group(
      at(
        1340,
        520,
        poly(
          [
            [-26, -400],
            [26, -400],
            [26, 140],
            [0, 236],
            [-26, 140],
          ],
          C.deep,
        ),
        'rotate(28)',
      ),
      'transform="translate(26 30)" opacity="0.6"',
    ) +
    at(1340, 520, pencil, 'rotate(28)')
  );
};

const twoScripts = () => {
  const pairs = [
    ['Қ', 'Q'],
    ['Ө', 'Ö'],
    ['Ш', 'Sh'],
    ['Ң', 'Ñ'],
    ['Ғ', 'Gʻ'],
    ['Ў', 'Oʻ'],
  ];
  const size = 232;
  const grounds = [C.tile, C.night, C.brick, C.night, C.brick, C.tile];
  const tile = (x, y, ground, ink, letter, edge) =>
    rect(x, y, size, size, ground) +
    rect(x + 20, y + 20, size - 40, size - 40, 'none', `stroke="${edge}" stroke-width="4"`) +
    [
      [20, 20],
      [size - 20, 20],
      [20, size - 20],
      [size - 20, size - 20],
    ]
      .map(([dx, dy]) => star(x + dx, y + dy, 15, edge))
      .join('') +
    text(
      x + size / 2,
      y + size * 0.72,
      letter.length > 1 ? 112 : letter === 'Ш' ? 122 : 136,
      ink,
      letter,
      'text-anchor="middle" font-weight="bold"',
    );
  return (
    rect(0, 0, 1600, 900, C.sand) +
    rhombusBand(-20, 40, 1640, 88, 20, {
      ground: C.tileDark,
      outer: C.tilePale,
      inner: C.tile,
      heart: C.ochreLight,
      rule: C.ochre,
    }) +
    rhombusBand(-20, 772, 1640, 88, 20, {
      ground: C.tileDark,
      outer: C.tilePale,
      inner: C.tile,
      heart: C.ochreLight,
      rule: C.ochre,
    }) +
    pairs
      .map(([from, to], i) => {
        const x = 70 + (i % 3) * (size * 2 + 34);
        const y = 188 + Math.floor(i / 3) * (size + 60);
        return (
          rect(x + 12, y + 14, size * 2, size, C.ochreDark) +
          tile(x, y, grounds[i], C.paper, from, C.ochreLight) +
          tile(x + size, y, C.paper, grounds[i], to, C.sandDark)
        );
      })
      .join('')
  );
};

const person = (x, y, s, fill) =>
  at(
    x,
    y,
    circle(0, -34, 22, fill) + path('M-40,40 V26 Q-40,-4 0,-4 Q40,-4 40,26 V40 Z', fill),
    `scale(${s})`,
  );

const pollDots = () => {
  const next = random(77);
  const [cols, rows] = [17, 8];
  const cells = Array.from({ length: cols * rows }, (_, i) => ({ i, key: next() }));
  const sample = new Map(
    [...cells]
      .sort((a, b) => a.key - b.key)
      .slice(0, 26)
      .map(({ i }, n) => [i, n]),
  );
  const place = (i) => [800 + ((i % cols) - (cols - 1) / 2) * 92, 104 + Math.floor(i / cols) * 100];
  const colour = (n) => (n < 12 ? C.tileLight : n < 20 ? C.ochre : C.brickLight);
  const crowd = cells
    .map(({ i }) => (sample.has(i) ? '' : person(...place(i), 0.74, C.night3)))
    .join('');
  const shadows = cells
    .map(({ i }) => {
      if (!sample.has(i)) return '';
      const [x, y] = place(i);
      return poly(
        [
          [x - 32, y + 34],
          [x - 20, y - 46],
          [x + 14, y - 50],
          [x + 120, y + 60],
          [x + 80, y + 92],
          [x + 30, y + 38],
        ],
        C.night,
      );
    })
    .join('');
  const chosen = cells
    .map(({ i }) => (sample.has(i) ? person(...place(i), 0.98, colour(sample.get(i))) : ''))
    .join('');
  return rect(0, 0, 1600, 900, C.night2) + shadows + crowd + chosen;
};

export const pictures = {
  'proof-marks': proofMarks,
  'two-scripts': twoScripts,
  'poll-dots': pollDots,
};
