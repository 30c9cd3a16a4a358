// Money sent home: every hop from the phone to the house takes its share.
import { peak, poplar, ridge, sky } from './landscape.mjs';
import { coin, skyDisc, star, starField } from './ornament.mjs';
import { C } from './palette.mjs';
import { at, clipped, path, poly, rect } from './svg.mjs';

const house = (x, base, s) =>
  at(
    x,
    base,
    rect(-60, -70, 120, 70, C.paper2) +
      rect(20, -70, 40, 70, C.sand) +
      poly(
        [
          [-78, -68],
          [-40, -124],
          [40, -124],
          [78, -68],
        ],
        C.brick,
      ) +
      poly(
        [
          [40, -124],
          [78, -68],
          [34, -68],
        ],
        C.brickDark,
      ) +
      rect(-44, -52, 30, 34, C.ochreLight) +
      rect(-6, -52, 22, 52, C.tileDark),
    `scale(${s})`,
  );

const remittancePath = () => {
  // A quadratic arc from the phone to the house; a coin loses some of its size at every hop.
  const [a, b, c] = [
    [420, 380],
    [900, -40],
    [1330, 552],
  ];
  const hop = (t) => [0, 1].map((k) => (1 - t) ** 2 * a[k] + 2 * t * (1 - t) * b[k] + t * t * c[k]);
  const steps = [0.02, 0.19, 0.34, 0.48, 0.61, 0.73, 0.835, 0.925, 1];
  const coins = steps.map((t, i) => coin(...hop(t), 82 * 0.8 ** i));
  const phone =
    rect(-124, -250, 248, 500, C.night, 'rx="34"') +
    rect(-106, -228, 212, 456, C.tile, 'rx="18"') +
    clipped(
      rect(-106, -228, 212, 456, '#000', 'rx="18"'),
      starField(-106, -228, 212, 456, 53, C.tileDark),
    ) +
    star(0, -10, 92, C.paper) +
    poly(
      [
        [-38, 4],
        [8, 4],
        [8, -30],
        [56, 14],
        [8, 58],
        [8, 24],
        [-38, 24],
      ].map(([px, py]) => [px - 8, py - 24]),
      C.brick,
    ) +
    rect(-34, -240, 68, 8, C.tileLight, 'rx="4"');
  return (
    sky(1600, 720, [C.tileDark, C.tile, C.tileLight, C.tilePale, C.mist, C.ochreLight]) +
    skyDisc(1452, 170, 64, C.paper, C.ochreLight) +
    ridge(1600, 700, 300, 260, C.tileLight, 8) +
    peak(700, 330, 760, 760, C.mist, C.tile, [C.paper, C.tilePale]) +
    peak(1060, 420, 700, 780, C.tilePale, C.tileDark, [C.paper, C.tilePale]) +
    peak(1560, 380, 620, 780, C.tilePale, C.tileDark, [C.paper, C.tilePale]) +
    path('M0,720 Q360,600 760,690 T1600,640 V900 H0 Z', C.ochre) +
    path('M0,800 Q300,690 700,770 T1600,730 V900 H0 Z', C.ochreDark) +
    path('M0,860 Q420,760 900,850 T1600,820 V900 H0 Z', C.brickDark) +
    poly(
      [
        [228, 852],
        [440, 818],
        [840, 806],
        [690, 858],
      ],
      C.night,
      'opacity="0.4"',
    ) +
    house(1330, 724, 1.06) +
    poplar(1444, 716, 140, C.deep) +
    poplar(1474, 714, 100, C.deep) +
    at(290, 590, phone, 'rotate(-8)') +
    coins.join('')
  );
};

export const pictures = { 'remittance-path': remittancePath };
