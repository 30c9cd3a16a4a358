// Rows of miners' racks that run towards a power line, all in one perspective.
import { sky } from './landscape.mjs';
import { skyDisc } from './ornament.mjs';
import { C } from './palette.mjs';
import { at, clipped, line, poly, random, range, rect, stroke } from './svg.mjs';

/** One-point perspective: metres to pixels, the eye at the origin looking along z. */
const seen = ([x, y, z]) => [800 + (x * 760) / z, 470 + (y * 760) / z];
const quad = (points, fill, extra) => poly(points.map(seen), fill, extra);

const fan = (x, y, z, r, fill) => {
  const spoke = (k, a) => [x, y + r * k * Math.sin(a), z + r * k * Math.cos(a)];
  const ring = (k, sides) =>
    Array.from({ length: sides }, (_, i) => spoke(k, (i * 2 * Math.PI) / sides));
  // Blades are lost beyond the first few racks, so the far fans stay plain.
  if (z > 4) return quad(ring(0.9, 8), fill) + (z > 5 ? '' : quad(ring(0.36, 6), C.night));
  const blades = range(7, (i) => {
    const a = (i * 2 * Math.PI) / 7;
    return quad(
      [
        spoke(0.22, a),
        spoke(0.62, a + 0.1),
        spoke(0.88, a + 0.5),
        spoke(0.88, a + 1.02),
        spoke(0.5, a + 0.72),
      ],
      fill,
    );
  });
  return quad(ring(1, 20), C.night) + blades + quad(ring(0.28, 10), fill);
};

const rack = (side, z0, next) => {
  const x = side * 1.75;
  const z1 = z0 + 1.06;
  const [top, floor] = [-1.15, 1.05];
  const face = (za, zb, ya, yb) => [
    [x, ya, za],
    [x, ya, zb],
    [x, yb, zb],
    [x, yb, za],
  ];
  const shelves = range(4, (j) => {
    const y = top + 0.1 + j * 0.52;
    const fans = range(3, (n) => {
      const heat = next();
      const fill = heat < 0.72 ? C.tile : heat < 0.86 ? C.tileLight : C.ochre;
      return fan(x, y + 0.2, z0 + 0.23 + n * 0.3, 0.14, fill);
    });
    const lamp = next() < 0.8 ? C.tilePale : C.brickLight;
    return (
      quad(face(z0 + 0.07, z1 - 0.07, y, y + 0.44), C.deep) +
      fans +
      (z0 > 5.5 ? '' : quad(face(z0 + 0.1, z1 - 0.1, y + 0.385, y + 0.4), lamp))
    );
  });
  return (
    quad(
      [
        [x, top, z0],
        [x + side, top, z0],
        [x + side, floor, z0],
        [x, floor, z0],
      ],
      C.night,
    ) +
    quad(face(z0, z1, top, floor), C.night2) +
    shelves
  );
};

const pylon = (colour) =>
  stroke('M-58,0 L-20,-250 V-430 M58,0 L20,-250 V-430 M-20,-430 L0,-480 L20,-430', colour, 7) +
  stroke(
    'M-46,-80 L34,-160 M46,-80 L-34,-160 M-34,-160 L20,-250 M34,-160 L-20,-250 M-20,-250 L20,-310 L-20,-370 L20,-430 M20,-250 L-20,-310 L20,-370 L-20,-430',
    colour,
    4,
  ) +
  stroke(
    'M-150,-300 L-20,-330 M-150,-300 H150 L20,-330 M-120,-390 L0,-420 M-120,-390 H120 L0,-420',
    colour,
    6,
  ) +
  [-144, 144].map((x) => line(x, -300, x, -272, colour, 7)).join('') +
  [-114, 114].map((x) => line(x, -390, x, -362, colour, 7)).join('');

/** Hot air: the sun is cut into strips that slip sideways, more so near the ground. */
const shimmering = (content, top, bottom, step) =>
  clipped(rect(0, 0, 1600, top, '#000'), content) +
  range(Math.ceil((bottom - top) / step), (i) =>
    clipped(
      rect(0, top + i * step, 1600, step + 0.5, '#000'),
      at((i % 2 ? -1 : 1) * (4 + i * 2.2), 0, content),
    ),
  );

const miningRacks = () => {
  const next = random(21);
  const wires = [
    [-144, -272, -900],
    [-114, -362, -300],
    [114, -362, 1900],
    [144, -272, 2500],
  ]
    .map(([x, y, end]) => {
      const [sx, sy] = [800 + x * 0.72, 520 + y * 0.72];
      return stroke(`M${sx},${sy} Q${(sx * 2 + end) / 3},${sy - 60} ${end},-260`, C.night, 5);
    })
    .join('');
  const sun = skyDisc(800, 408, 108, C.paper, C.ochreLight);
  const rows = range(7, (k) => {
    const z = 1.5 + (6 - k) * 1.15;
    return rack(-1, z, next) + rack(1, z, next);
  });
  return (
    sky(1600, 520, [C.night3, C.tileLight, C.tilePale, C.ochreLight, C.ochre, C.brickLight]) +
    shimmering(sun, 340, 520, 15) +
    at(800, 520, pylon(C.night), 'scale(0.72)') +
    wires +
    rect(0, 508, 1600, 400, C.brickDark) +
    quad(
      [
        [-1.75, 1.05, 0.9],
        [1.75, 1.05, 0.9],
        [1.75, 1.05, 30],
        [-1.75, 1.05, 30],
      ],
      C.brick,
    ) +
    quad(
      [
        [-0.62, 1.05, 0.9],
        [0.62, 1.05, 0.9],
        [0.62, 1.05, 30],
        [-0.62, 1.05, 30],
      ],
      C.ochre,
    ) +
    quad(
      [
        [-0.34, 1.05, 0.9],
        [0.34, 1.05, 0.9],
        [0.34, 1.05, 30],
        [-0.34, 1.05, 30],
      ],
      C.ochreLight,
    ) +
    rows
  );
};

export const pictures = { 'mining-racks': miningRacks };
