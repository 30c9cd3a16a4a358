// Ornamental busts, told apart by hair, dress and the star behind them.

import { head, shoulders } from './face.mjs';
import { peak } from './landscape.mjs';
import { hornCross, horns, star, starField } from './ornament.mjs';
import { C } from './palette.mjs';
import { circle, clipped, ellipse, group, path, poly, range, rect, stroke } from './svg.mjs';

const aliyaHaidar = () =>
  rect(0, 0, 512, 512, C.paper2) +
  star(256, 236, 246, C.tile) +
  star(256, 236, 204, C.tilePale) +
  star(256, 236, 188, C.tile) +
  // A bob, cut at the jaw.
  path('M150,318 C116,8 396,8 362,318 Q336,336 304,326 H208 Q176,336 150,318 Z', C.night) +
  shoulders(C.night2, C.night) +
  head() +
  path(
    'M256,118 C190,120 176,170 174,250 C160,250 156,150 196,116 C236,84 300,92 326,124 C352,158 352,250 338,250 C338,190 320,150 256,118 Z',
    C.night,
  ) +
  path('M292,104 C236,112 200,150 184,214 C166,148 204,92 292,104 Z', C.night2) +
  path('M206,356 Q256,404 306,356 L328,366 Q256,446 184,366 Z', C.ochreLight) +
  range(5, (i) => star(208 + i * 24, 394 + (i % 4 ? (i === 2 ? 18 : 11) : -4), 6, C.brick));

const daniyarSeitkali = () =>
  rect(0, 0, 512, 512, C.ochre) +
  star(256, 230, 236, C.ochreLight) +
  star(256, 230, 206, C.ochre) +
  star(256, 230, 192, C.ochreLight) +
  shoulders(C.night2, C.night) +
  poly(
    [
      [196, 356],
      [316, 356],
      [276, 512],
      [236, 512],
    ],
    C.mist,
  ) +
  poly(
    [
      [242, 410],
      [270, 410],
      [277, 434],
      [272, 512],
      [240, 512],
      [235, 434],
    ],
    C.tile,
  ) +
  poly(
    [
      [256, 410],
      [270, 410],
      [277, 434],
      [272, 512],
      [256, 512],
    ],
    C.tileDark,
  ) +
  poly(
    [
      [198, 352],
      [176, 372],
      [228, 512],
      [244, 512],
    ],
    C.night3,
  ) +
  poly(
    [
      [314, 352],
      [336, 372],
      [284, 512],
      [268, 512],
    ],
    C.night2,
  ) +
  head({ lips: C.brickLight }) +
  poly(
    [
      [206, 344],
      [254, 402],
      [228, 434],
      [194, 362],
    ],
    C.paper,
  ) +
  poly(
    [
      [306, 344],
      [258, 402],
      [284, 434],
      [318, 362],
    ],
    C.paper,
  ) +
  path(
    'M176,206 C160,120 214,84 272,92 C336,92 350,140 338,206 L326,204 C326,172 316,152 300,146 C262,160 220,150 206,142 C192,156 186,178 186,206 Z',
    C.night,
  ) +
  [224, 294]
    .map((x) => circle(x, 218, 29, 'none', `stroke="${C.night}" stroke-width="7"`))
    .join('') +
  stroke('M253,214 Q259,208 265,214 M195,214 L182,206 M323,214 L332,206', C.night, 6);

const gulnaraToktosunova = () =>
  rect(0, 0, 512, 512, C.tilePale) +
  star(256, 232, 242, C.tileDark) +
  clipped(
    star(256, 232, 222, '#000'),
    rect(0, 0, 512, 512, C.ochreLight) +
      peak(420, 150, 420, 460, C.tileLight, C.tile, [C.paper, C.mist]) +
      peak(90, 186, 380, 460, C.tileLight, C.tile, [C.paper, C.mist]),
  ) +
  // Hair drawn back, one plait over the shoulder.
  path('M174,236 C134,16 378,16 338,236 Q334,306 256,306 Q178,306 174,236 Z', C.brickDark) +
  shoulders(C.ochre, C.ochreDark) +
  head() +
  path(
    'M256,116 C200,124 184,168 180,240 C150,190 168,84 256,84 C344,84 362,190 332,240 C328,168 312,124 256,116 Z',
    C.brickDark,
  ) +
  stroke('M250,92 C222,98 198,122 190,158 M262,92 C286,96 308,110 318,136', C.brick, 6) +
  range(5, (i) =>
    ellipse(344 + (i % 2) * 5, 296 + i * 43, 27 - i * 1.5, 28, i % 2 ? C.brickDark : C.brick),
  ) +
  rect(328, 490, 40, 14, C.ochreLight) +
  path(
    'M186,334 Q256,402 326,334 Q362,352 352,396 Q304,448 256,448 Q208,448 160,396 Q150,352 186,334 Z',
    C.paper,
  ) +
  path('M326,334 Q362,352 352,396 Q304,448 256,448 Q308,412 302,356 Z', C.mist) +
  stroke('M168,384 Q256,446 300,404', C.tilePale, 5);

const farrukhNazarov = () =>
  rect(0, 0, 512, 512, C.brick) +
  starField(0, 0, 512, 512, 128, C.brickDark, C.brick) +
  circle(256, 232, 190, C.ochreLight) +
  circle(256, 232, 178, C.sand) +
  shoulders(C.mist, C.tilePale) +
  head({ lips: C.brickDark }) +
  // A short beard, then the cap with its stitched band.
  path(
    'M181,214 C186,262 206,268 232,272 Q256,262 280,272 C306,268 326,262 331,214 C336,290 304,340 256,342 C208,340 176,290 181,214 Z',
    C.night,
  ) +
  path('M234,289 Q256,282 280,289 Q256,304 234,289 Z', C.brickLight) +
  path('M186,176 C176,96 216,74 256,72 C296,74 336,96 326,176 Q256,150 186,176 Z', C.night2) +
  horns(256, 140, 48, C.paper) +
  horns(210, 148, 34, C.paper, -16) +
  horns(302, 148, 34, C.paper, 16) +
  path('M182,186 Q178,164 184,152 Q256,124 328,152 Q334,164 330,186 Q256,158 182,186 Z', C.tile) +
  range(5, (i) => star(206 + i * 25, [164, 156, 153, 156, 164][i], 7, C.ochreLight)) +
  path('M206,356 Q256,404 306,356 L316,362 L262,432 V512 H250 V432 L196,362 Z', C.tileDark);

const ogulbibiAnnayeva = () =>
  rect(0, 0, 512, 512, C.night) +
  star(256, 232, 240, C.ochre) +
  star(256, 232, 222, C.night) +
  star(256, 232, 206, C.night3) +
  // The scarf behind, then dress, face and the folded edge in front.
  path(
    'M150,250 C128,50 384,50 362,250 C372,330 400,400 440,470 L256,440 L72,470 C112,400 140,330 150,250 Z',
    C.brick,
  ) +
  path('M362,250 C372,330 400,400 440,470 L330,452 Q350,340 340,220 Z', C.brickDark) +
  shoulders(C.tile, C.tileDark) +
  head() +
  path(
    'M184,196 C186,140 214,124 256,122 C298,124 326,140 328,196 C306,156 282,146 256,144 C230,146 206,156 184,196 Z',
    C.night,
  ) +
  path(
    'M168,240 C150,84 206,70 256,68 C306,70 362,84 344,240 C342,180 316,130 256,128 C196,130 170,180 168,240 Z',
    C.brick,
  ) +
  path(
    'M168,240 C164,160 196,112 256,110 C316,112 348,160 344,240 C340,176 312,130 256,128 C200,130 172,176 168,240 Z',
    C.ochreLight,
  ) +
  range(7, (i) => {
    const a = Math.PI * (1.12 + (i * 0.76) / 6);
    return star(256 + 70 * Math.cos(a), 168 + 76 * Math.sin(a), 7, C.tile);
  }) +
  [182, 330]
    .map(
      (x) =>
        poly(
          [
            [x, 262],
            [x + 11, 280],
            [x, 300],
            [x - 11, 280],
          ],
          C.ochreLight,
        ) + circle(x, 308, 6, C.brick),
    )
    .join('') +
  path('M206,356 Q256,404 306,356 L300,512 H212 Z', C.brickDark) +
  group(hornCross(256, 452, 40, C.ochreLight, C.paper)) +
  stroke('M206,356 Q256,404 306,356', C.ochreLight, 8);

export const pictures = {
  'aliya-haidar': aliyaHaidar,
  'daniyar-seitkali': daniyarSeitkali,
  'gulnara-toktosunova': gulnaraToktosunova,
  'farrukh-nazarov': farrukhNazarov,
  'ogulbibi-annayeva': ogulbibiAnnayeva,
};
