// A departure hall against the light.
import { castShadow, ridge, sky } from './landscape.mjs';
import { rhombusBand, skyDisc, star } from './ornament.mjs';
import { C } from './palette.mjs';
import { clipped, path, poly, range, rect, stroke } from './svg.mjs';

const windowArch = (x, top, w, bottom) =>
  path(
    `M${x},${bottom}V${top + 90}Q${x + 6},${top + 34} ${x + w / 2},${top}Q${x + w - 6},${top + 34} ${x + w},${top + 90}V${bottom}Z`,
    '#000',
  );

const aircraftTail = () =>
  // Tail cone to the left, cabin running off behind the right-hand windows.
  path('M560,470 L640,446 L1700,420 V560 L980,566 Q720,556 560,484 Z', C.paper) +
  path('M560,478 Q760,520 1700,512 V560 L980,566 Q720,556 560,484 Z', C.tilePale) +
  path('M745,450 L672,196 L776,196 L952,446 Z', C.tile) +
  path('M776,196 L952,446 L886,448 L744,196 Z', C.tileDark) +
  star(737, 276, 40, C.ochreLight) +
  path('M640,470 L520,430 L476,434 L566,486 L720,496 Z', C.night3) +
  range(14, (i) => rect(960 + i * 44, 464, 16, 22, C.night2, 'rx="7"'));

const outside = () =>
  sky(1600, 560, [C.tilePale, C.mist, C.paper, C.ochreLight]) +
  skyDisc(250, 330, 58, C.paper, C.ochreLight) +
  ridge(1600, 520, 190, 150, C.tileLight, 5) +
  ridge(1600, 530, 90, 90, C.tile, 9) +
  rect(0, 528, 1600, 130, C.sand) +
  poly(
    [
      [0, 600],
      [1600, 566],
      [1600, 580],
      [0, 622],
    ],
    C.paper,
  ) +
  aircraftTail() +
  poly(
    [
      [600, 592],
      [1700, 582],
      [1700, 612],
      [760, 616],
    ],
    C.sandDark,
  );

const barrier = (fill, belt) => {
  const posts = [-27, 271, 569, 867, 1165];
  return (
    posts
      .slice(1)
      .map((x, i) => stroke(`M${posts[i]},586 Q${(posts[i] + x) / 2},626 ${x},586`, belt, 20))
      .join('') +
    posts
      .map(
        (x) =>
          rect(x - 9, 570, 18, 222, fill) +
          rect(x - 16, 562, 32, 40, fill, 'rx="6"') +
          rect(x - 44, 786, 88, 14, fill, 'rx="7"'),
      )
      .join('')
  );
};

const airportHall = () => {
  const windows = range(5, (i) => windowArch(70 + i * 298, 132, 268, 668));
  // Spread from the far light, so the bands of shadow between the pools widen towards us.
  const near = (x) => (x - 800) * 1.18 + 500;
  const pool = (x) =>
    poly(
      [
        [x, 690],
        [x + 268, 690],
        [near(x + 268), 900],
        [near(x), 900],
      ],
      C.sand,
    );
  return (
    rect(0, 0, 1600, 900, C.night) +
    clipped(windows, outside()) +
    range(
      5,
      (i) =>
        rect(70 + i * 298 + 131, 132, 6, 536, C.night) + rect(70 + i * 298, 346, 268, 6, C.night),
    ) +
    rhombusBand(-20, 36, 1640, 66, 20, {
      ground: C.tileDark,
      outer: C.tilePale,
      inner: C.tile,
      heart: C.ochreLight,
      rule: C.ochre,
    }) +
    rect(0, 668, 1600, 22, C.night2) +
    rect(0, 690, 1600, 210, C.sandDark) +
    range(6, (i) => pool(70 + i * 298)) +
    castShadow(barrier(C.ochreDark, C.ochreDark), 796, -1.15, 0.4, 0.8) +
    barrier(C.night, C.brick)
  );
};

export const pictures = { 'airport-hall': airportHall };
