// Open country: a dust front over the steppe, a saxaul on the dunes.
import { saxaul } from './branching.mjs';
import { castShadow, ridge, sky } from './landscape.mjs';
import { skyDisc } from './ornament.mjs';
import { C } from './palette.mjs';
import { circle, ellipse, path, poly, random, rect } from './svg.mjs';

const shrub = (x, y, size, seed, colour, flat) => {
  const { wood, leaf } = saxaul({
    x,
    y,
    size,
    seed,
    depth: 3,
    twig: size * 0.03,
    droop: -0.05,
    trunks: [
      { lean: -0.5, share: 0.8 },
      { lean: 0.05, share: 0.9 },
      { lean: 0.6, share: 0.8 },
    ],
    wood: flat ?? C.brickDark,
    leaf: flat ?? colour,
  });
  return wood + leaf;
};

/** One shelf of the front: a row of billows whose nose leans towards us, and all below it filled. */
const billows = (seed, top, nose, size, fill, lit) => {
  const next = random(seed);
  const count = Math.ceil(nose / (size * 0.95));
  const lobes = Array.from({ length: count }, (_, i) => {
    const t = i / (count - 1);
    const r = size * (0.72 + next() * 0.56);
    return [nose * t - 30, top + (next() - 0.5) * size * 0.7 + size * 0.9 * t ** 5, r];
  });
  // The last billows step down to the ground.
  lobes.push(
    [nose + size * 0.35, top + size * 1.5, size * 0.8],
    [nose + size * 0.3, top + size * 2.6, size * 0.7],
  );
  return (
    rect(-20, top, nose * 0.8, 680 - top, fill) +
    rect(-20, top + size, nose + 20, 680 - top - size, fill) +
    lobes
      .map(([x, y, r]) => circle(x, y, r, lit) + circle(x - r * 0.09, y + r * 0.12, r * 0.93, fill))
      .join('')
  );
};

const dustFront = () => {
  const shrubs = [
    [900, 668, 64, 3],
    [1330, 700, 110, 8],
    [760, 700, 90, 5],
    [1510, 660, 56, 7],
    [520, 742, 130, 11],
    [1120, 812, 210, 14],
    [240, 838, 170, 21],
  ];
  return (
    sky(1600, 640, [C.tileLight, C.tilePale, C.mist, C.paper]) +
    skyDisc(1330, 180, 60, C.paper, C.ochreLight) +
    billows(31, 150, 830, 118, C.ochreLight, C.sand) +
    billows(8, 270, 940, 100, C.ochre, C.ochreLight) +
    billows(5, 390, 1000, 84, '#ad7833', C.ochre) +
    billows(9, 500, 1040, 66, C.ochreDark, '#ad7833') +
    billows(17, 588, 1050, 48, C.brickDark, C.ochreDark) +
    rect(0, 612, 1040, 40, C.brickDark) +
    rect(0, 640, 1600, 260, C.sand) +
    poly(
      [
        [0, 640],
        [1180, 640],
        [760, 700],
        [0, 720],
      ],
      C.ochreDark,
      'opacity="0.75"',
    ) +
    path('M0,748 Q420,700 880,760 T1600,730 V900 H0 Z', C.ochreLight) +
    path('M0,836 Q500,790 980,846 T1600,820 V900 H0 Z', C.ochre) +
    shrubs
      .map(([x, y, s]) =>
        ellipse(x + s * 0.55, y + s * 0.02, s * 0.75, s * 0.07, C.ochreDark, 'opacity="0.7"'),
      )
      .join('') +
    shrubs.map(([x, y, s, seed]) => shrub(x, y, s, seed, C.tileDark)).join('')
  );
};

const saxaulTree = () => {
  const [x, y] = [780, 716];
  const grown = (flat) =>
    saxaul({
      x,
      y,
      size: 640,
      seed: 52,
      depth: 5,
      twig: 5,
      trunks: [
        { lean: -0.5, share: 0.86 },
        { lean: 0.08, share: 1 },
        { lean: 0.58, share: 0.8 },
      ],
      wood: flat ?? C.night,
      leaf: flat ?? C.deep,
    });
  const tree = grown();
  const shade = grown(C.night);
  return (
    sky(1600, 700, [C.night2, C.night3, C.tile, C.tileLight, C.ochreLight, C.ochre]) +
    circle(800, 452, 262, C.ochreLight) +
    circle(800, 452, 218, C.paper) +
    ridge(1600, 670, 90, 200, C.brickLight, 3) +
    path('M0,640 Q360,560 700,650 T1600,600 V900 H0 Z', C.ochre) +
    path('M700,650 Q1100,690 1600,600 V780 Q1150,740 700,650 Z', C.brick) +
    path('M0,720 Q260,640 620,694 Q820,724 1020,706 Q1320,680 1600,740 V900 H0 Z', C.sandDark) +
    path('M1020,706 Q1320,680 1600,740 V900 H1180 Q1260,780 1020,706 Z', C.ochreDark) +
    path('M0,820 Q400,740 840,830 T1600,850 V900 H0 Z', C.brickDark) +
    castShadow(shade.wood + shade.leaf, y, -0.24, 0.34, 0.5) +
    path(
      `M${x - 150},${y + 16} C${x - 80},${y + 8} ${x - 70},${y - 40} ${x},${y - 60} C${x + 70},${y - 40} ${x + 80},${y + 6} ${x + 160},${y + 14} Q${x},${y + 36} ${x - 150},${y + 16} Z`,
      C.night,
    ) +
    tree.leaf +
    tree.wood
  );
};

export const pictures = { 'dust-front': dustFront, 'saxaul-tree': saxaulTree };
