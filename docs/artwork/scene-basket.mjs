// The shopping basket behind a price index.
import { rhombusBand, star, starField, starPoints } from './ornament.mjs';
import { C } from './palette.mjs';
import { at, circle, clipped, path, poly, range, rect, stroke } from './svg.mjs';

const onion = (x, y, s, tint, shade) =>
  at(
    x,
    y,
    path(
      'M0,-150 C10,-120 20,-104 60,-84 C112,-56 104,0 0,0 C-104,0 -112,-56 -60,-84 C-20,-104 -10,-120 0,-150 Z',
      tint,
    ) +
      path(
        'M0,-150 C10,-120 20,-104 60,-84 C112,-56 104,0 0,0 C66,-20 70,-70 20,-96 C6,-106 2,-130 0,-150 Z',
        shade,
      ) +
      stroke('M-20,-98 C-56,-74 -58,-28 -26,-6 M-4,-104 C-14,-70 -12,-30 0,-4', shade, 4),
    `scale(${s})`,
  );

const apple = (x, y, s) =>
  at(
    x,
    y,
    path(
      'M0,-124 C60,-160 116,-116 96,-50 C84,0 40,14 0,-4 C-40,14 -84,0 -96,-50 C-116,-116 -60,-160 0,-124 Z',
      C.brick,
    ) +
      path(
        'M0,-124 C60,-160 116,-116 96,-50 C84,0 40,14 0,-4 C70,-20 74,-90 30,-136 Z',
        C.brickDark,
      ) +
      stroke('M0,-122 C0,-146 6,-160 18,-174', C.night, 9) +
      path('M14,-156 C40,-196 84,-184 92,-178 C76,-150 44,-140 14,-156 Z', C.tile),
    `scale(${s})`,
  );

/** Flat oven bread with its stamped middle. */
const bread = (x, y, r) =>
  circle(x, y, r, C.ochreDark) +
  circle(x - r * 0.03, y - r * 0.04, r * 0.95, C.ochre) +
  circle(x, y, r * 0.66, C.ochreLight) +
  star(x, y, r * 0.5, C.ochre) +
  starPoints(x, y, r * 0.27, 0.55)
    .map(([px, py]) => circle(px, py, r * 0.035, C.ochreDark))
    .join('');

const teapot = (x, y) =>
  at(
    x,
    y,
    stroke('M120,-150 C220,-190 226,-40 104,-50', C.tileDark, 24) +
      path(
        'M-110,-70 C-170,-80 -168,-150 -214,-190 L-186,-204 C-130,-180 -140,-140 -96,-140 Z',
        C.tileDark,
      ) +
      path('M-70,-214 H70 C150,-190 160,-40 92,0 H-92 C-160,-40 -150,-190 -70,-214 Z', C.tile) +
      path('M70,-214 C150,-190 160,-40 92,0 H40 C110,-50 110,-170 30,-214 Z', C.tileDark) +
      path('M-62,-222 Q0,-282 62,-222 Z', C.tileLight) +
      circle(0, -262, 16, C.ochreLight) +
      rect(-74, -224, 148, 14, C.night) +
      star(-14, -108, 62, C.paper) +
      star(-14, -108, 36, C.tile) +
      star(-14, -108, 16, C.ochreLight),
  );

const basketBody = () => {
  const shape = path('M430,470 H1170 L1090,760 H510 Z', '#000');
  const weave = range(7, (j) =>
    range(22, (i) => {
      const x = 412 + i * 37;
      const y = 478 + j * 42;
      return (
        rect(x, y, 37.5, 42.5, (i + j) % 2 ? C.ochre : C.ochreDark) +
        rect(x, y, 37, 9, (i + j) % 2 ? C.ochreLight : C.ochre)
      );
    }),
  );
  return (
    clipped(shape, weave) +
    rect(404, 446, 792, 44, C.brickDark, 'rx="22"') +
    rect(404, 446, 792, 20, C.ochreLight, 'rx="10"')
  );
};

/** The tag tells a rise by its three bars, so that it needs no words. */
const priceTag = () => {
  const card = 'M-50,-90 H50 L96,-40 V130 H-96 V-40 Z';
  const bars = [
    [-62, 44, C.tileLight],
    [-18, 74, C.tile],
    [26, 112, C.brick],
  ];
  return (
    stroke('M800,474 C790,500 796,520 804,540', C.night, 7) +
    at(
      806,
      598,
      path(card, C.night, 'transform="translate(12 14)" opacity="0.45"') +
        path(card, C.paper) +
        circle(0, -58, 15, C.night) +
        bars.map(([x, h, fill]) => rect(x, 102 - h, 36, h, fill)).join(''),
      'rotate(-5)',
    )
  );
};

const inflationBasket = () =>
  rect(0, 0, 1600, 900, C.tilePale) +
  starField(-80, -50, 1760, 800, 160, C.mist) +
  stroke('M480,460 C480,40 1120,40 1120,460', C.brickDark, 40) +
  stroke('M480,460 C480,40 1120,40 1120,460', C.ochre, 22) +
  rect(0, 690, 1600, 210, C.brick) +
  rect(0, 690, 1600, 14, C.brickDark) +
  rhombusBand(-20, 800, 1640, 84, 20, {
    ground: C.brickDark,
    outer: C.ochreLight,
    inner: C.brick,
    heart: C.paper,
    rule: C.ochre,
  }) +
  poly(
    [
      [510, 758],
      [1090, 758],
      [1340, 800],
      [700, 800],
    ],
    C.brickDark,
  ) +
  bread(720, 360, 176) +
  bread(880, 400, 150) +
  apple(1050, 470, 1) +
  onion(560, 476, 0.95, C.ochreLight, C.ochre) +
  basketBody() +
  priceTag() +
  poly(
    [
      [172, 776],
      [360, 776],
      [540, 800],
      [300, 800],
    ],
    C.brickDark,
  ) +
  teapot(262, 780) +
  poly(
    [
      [1290, 786],
      [1370, 786],
      [1470, 800],
      [1330, 800],
    ],
    C.brickDark,
  ) +
  poly(
    [
      [1430, 794],
      [1500, 794],
      [1570, 799],
      [1466, 799],
    ],
    C.brickDark,
  ) +
  onion(1330, 790, 0.92, C.brickLight, C.brickDark) +
  onion(1468, 800, 0.8, C.ochreLight, C.ochre);

export const pictures = { 'inflation-basket': inflationBasket };
