// Places to sit: a table for seven, six chairs of which one is turned away.
import { castShadow } from './landscape.mjs';
import { rhombusBand, rosette, star, starField } from './ornament.mjs';
import { C } from './palette.mjs';
import { at, circle, group, line, path, poly, range, rect, stroke } from './svg.mjs';

const seat = (cloth) =>
  rect(-56, -44, 112, 92, cloth, 'rx="26"') +
  stroke('M-66,-8 Q-66,-74 0,-74 Q66,-74 66,-8', C.night, 20);

const place = () =>
  group(
    rect(-34, -30, 68, 48, C.paper) +
      line(-20, -16, 20, -16, C.sandDark, 4) +
      line(-20, -4, 8, -4, C.sandDark, 4) +
      circle(58, -6, 13, C.tilePale),
  );

const summitTable = () => {
  const around = (r, content) =>
    range(7, (i) => {
      const turn = (i * 360) / 7;
      return group(content, `transform="translate(800 450) rotate(${turn}) translate(0 ${-r})"`);
    });
  const shade = (content) => group(content, 'transform="translate(34 44)" opacity="0.55"');
  const flatSeat = rect(-72, -82, 144, 134, C.night, 'rx="40"');
  const table =
    circle(800, 450, 300, C.ochreDark) +
    circle(800, 450, 292, C.ochre) +
    circle(800, 450, 280, C.ochreLight) +
    around(226, place()) +
    circle(800, 450, 172, C.ochreDark) +
    circle(800, 450, 164, C.tileDark) +
    rosette(800, 450, 158, [C.paper, C.tile, C.paper, C.night]) +
    star(800, 450, 26, C.ochreLight);
  const border = range(48, (i) =>
    group(
      poly(
        [
          [-17, 0],
          [0, -15],
          [17, 0],
          [0, 15],
        ],
        C.ochreLight,
      ) +
        poly(
          [
            [-7, 0],
            [0, -6],
            [7, 0],
            [0, 6],
          ],
          C.brickDark,
        ),
      `transform="translate(800 450) rotate(${i * 7.5}) translate(0 -399)"`,
    ),
  );
  return (
    rect(0, 0, 1600, 900, C.tileDark) +
    starField(-80, -30, 1760, 960, 160, C.tile, C.tileDark) +
    circle(812, 466, 436, C.deep, 'opacity="0.6"') +
    circle(800, 450, 432, C.brickDark) +
    circle(800, 450, 420, C.brick) +
    circle(800, 450, 420, 'none', `stroke="${C.ochreLight}" stroke-width="4"`) +
    circle(800, 450, 378, 'none', `stroke="${C.ochreLight}" stroke-width="4"`) +
    border +
    group(
      shade(around(352, flatSeat) + circle(800, 450, 300, C.night)) +
        around(352, seat(C.tileLight)) +
        table,
      'transform="translate(800 450) scale(0.82) translate(-800 -450)"',
    )
  );
};

// Seen from the side, facing right; the foot of the back leg is the origin.
const chair = (frame, cloth) =>
  path('M0,0 L10,-190 L-30,-430 L-8,-436 L32,-196 L20,0 Z', frame) +
  rect(148, -178, 20, 178, frame) +
  rect(10, -82, 150, 12, frame) +
  path('M4,-176 H172 Q184,-176 184,-190 Q184,-214 160,-214 H20 Z', cloth) +
  path(
    'M-22,-408 L-2,-412 L24,-246 L6,-238 Z',
    cloth,
    `stroke="${cloth}" stroke-width="16" stroke-linejoin="round"`,
  );

const emptyChair = () => {
  const row = (flat) =>
    [70, 302, 890, 1122, 1354]
      .map((x) => at(x, 740, chair(flat ?? C.night, flat ?? C.tile)))
      .join('');
  const turned = (flat) =>
    at(762, 800, chair(flat ?? C.brickDark, flat ?? C.brick), 'scale(-1.16 1.16)');
  return (
    rect(0, 0, 1600, 900, C.mist) +
    poly(
      [
        [250, 0],
        [690, 0],
        [1010, 560],
        [570, 560],
      ],
      C.paper,
    ) +
    poly(
      [
        [760, 0],
        [1200, 0],
        [1520, 560],
        [1080, 560],
      ],
      C.paper,
    ) +
    poly(
      [
        [0, 236],
        [1600, 236],
        [1600, 262],
        [0, 262],
      ],
      C.mist,
    ) +
    rect(0, 560, 1600, 120, C.tileDark) +
    rhombusBand(-20, 576, 1640, 72, 20, {
      ground: C.tileDark,
      outer: C.tileLight,
      inner: C.deep,
      heart: C.ochreLight,
      rule: C.ochre,
    }) +
    rect(0, 664, 1600, 16, C.deep) +
    rect(0, 680, 1600, 220, C.sand) +
    poly(
      [
        [0, 790],
        [1600, 790],
        [1600, 900],
        [0, 900],
      ],
      C.sandDark,
      'opacity="0.25"',
    ) +
    castShadow(row(C.ochreDark), 740, -0.5, 0.3, 0.55) +
    row() +
    castShadow(turned(C.ochreDark), 800, -0.5, 0.2, 0.75) +
    turned()
  );
};

export const pictures = { 'summit-table': summitTable, 'empty-chair': emptyChair };
