// Exchange rates: a kiosk board at dusk, a small rate under a lens.
import { digits, peak, poplar, sky } from './landscape.mjs';
import { coin, rhombusBand, skyDisc, starField } from './ornament.mjs';
import { C } from './palette.mjs';
import { at, circle, clipped, ellipse, line, path, poly, range, rect, text } from './svg.mjs';

const rateBoard = () => {
  const [x, y, w] = [640, 206, 640];
  const marks = [
    (cx, cy) => coin(cx, cy, 40),
    (cx, cy) =>
      circle(cx, cy, 40, C.tileLight) +
      poly(
        [
          [cx - 24, cy],
          [cx, cy - 24],
          [cx + 24, cy],
          [cx, cy + 24],
        ],
        C.deep,
      ),
    (cx, cy) => circle(cx, cy, 40, C.brickLight) + rect(cx - 17, cy - 17, 34, 34, C.brickDark),
  ];
  const rows = [
    ['524', '527'],
    ['567', '572'],
    ['5.98', '6.06'],
  ].map(([buy, sell], i) => {
    const top = y + 34 + i * 124;
    return (
      rect(x + 24, top, w - 48, 108, C.night2) +
      marks[i](x + 84, top + 54) +
      digits(x + 196, top + 20, 68, buy, C.ochreLight, C.night) +
      digits(x + 416, top + 20, 68, sell, C.tilePale, C.night)
    );
  });
  const kiosk =
    rect(300, 250, 1020, 480, C.brick) +
    rect(300, 250, 46, 480, C.brickDark) +
    rect(390, 330, 200, 300, C.deep) +
    rect(402, 342, 176, 276, C.ochreLight) +
    path('M422,618 V580 Q424,532 490,528 Q556,532 558,580 V618 Z', C.brickDark) +
    rect(476, 496, 28, 44, C.brickDark) +
    ellipse(490, 472, 36, 42, C.brickDark) +
    rect(402, 572, 176, 46, C.tileDark) +
    rect(462, 582, 56, 36, C.night) +
    rect(372, 630, 236, 24, C.tileLight) +
    rect(300, 690, 1020, 40, C.brickDark) +
    rect(250, 180, 1120, 72, C.tileDark) +
    rhombusBand(250, 184, 1120, 60, 16, {
      ground: C.tileDark,
      outer: C.tilePale,
      inner: C.tile,
      heart: C.ochreLight,
      rule: C.ochre,
    }) +
    poly(
      [
        [250, 180],
        [330, 120],
        [1290, 120],
        [1370, 180],
      ],
      C.tile,
    ) +
    poly(
      [
        [346, 252],
        [640, 252],
        [608, 292],
        [346, 292],
      ],
      C.brickDark,
      'opacity="0.6"',
    );
  return (
    sky(1600, 724, [C.night2, C.night3, C.tile, C.tileLight, C.ochreLight]) +
    skyDisc(1470, 130, 44, C.paper, C.tilePale) +
    peak(150, 330, 760, 660, C.night3, C.night2, [C.tilePale, C.tileLight]) +
    peak(1500, 300, 700, 660, C.night3, C.night2, [C.tilePale, C.tileLight]) +
    [90, 180, 1440, 1530].map((px, i) => poplar(px, 770, 400 + (i % 2) * 60, C.deep)).join('') +
    rect(0, 722, 1600, 178, C.night) +
    poly(
      [
        [402, 730],
        [578, 730],
        [700, 900],
        [280, 900],
      ],
      C.ochre,
      'opacity="0.5"',
    ) +
    poly(
      [
        [660, 730],
        [1260, 730],
        [1400, 900],
        [760, 900],
      ],
      C.night2,
    ) +
    kiosk +
    rect(x - 14, y + 52, w + 28, 410, C.deep, 'rx="10"') +
    at(0, 48, rect(x, y + 18, w, 382, C.night, 'rx="6"') + rows.join(''))
  );
};

const readingARate = () => {
  const [lx, ly, lr] = [930, 350, 262];
  const number = (x, y, size, fill, value) => text(x, y, size, fill, value, 'font-weight="bold"');
  const ruler = range(91, (i) => {
    const length = i % 10 === 0 ? 78 : i % 5 === 0 ? 56 : 36;
    const x = 128 + i * 15;
    return line(x, 690, x, 690 + length, C.night, i % 10 ? 3.5 : 6);
  });
  return (
    rect(0, 0, 1600, 900, C.paper) +
    starField(-40, -25, 1680, 600, 120, C.paper2) +
    rect(0, 278, 1600, 190, C.paper) +
    rect(0, 278, 1600, 8, C.tile) +
    rect(0, 460, 1600, 8, C.tile) +
    rect(0, 596, 1600, 304, C.tileDark) +
    rect(0, 596, 1600, 14, C.tile) +
    rect(84, 702, 1430, 150, C.deep) +
    rect(66, 686, 1430, 150, C.ochreLight) +
    rect(66, 810, 1430, 26, C.ochre) +
    ruler +
    number(72, 422, 138, C.night, '0.0000') +
    circle(1430, 386, 140, C.sandDark) +
    coin(1416, 370, 140) +
    circle(lx + 16, ly + 20, lr + 20, C.sandDark, 'opacity="0.7"') +
    line(lx + 190, ly + 216, lx + 386, ly + 446, C.night, 64, 'opacity="0.3"') +
    line(lx + 176, ly + 196, lx + 370, ly + 420, C.brickDark, 64) +
    line(lx + 196, ly + 206, lx + 374, ly + 412, C.brick, 26) +
    circle(lx, ly, lr + 22, C.night) +
    circle(lx, ly, lr + 4, C.tileLight) +
    clipped(
      circle(lx, ly, lr - 8, '#000'),
      rect(lx - lr, ly - lr, lr * 2, lr * 2, C.paper) +
        rect(lx - lr, ly - 128, lr * 2, 12, C.tilePale) +
        rect(lx - lr, ly + 140, lr * 2, 12, C.tilePale) +
        text(lx, ly + 66, 172, C.tile, '8201', 'font-weight="bold" text-anchor="middle"'),
    )
  );
};

export const pictures = { 'rate-board': rateBoard, 'reading-a-rate': readingARate };
