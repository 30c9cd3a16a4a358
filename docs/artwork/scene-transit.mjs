// A gantry crane moves containers between tracks of two gauges.
import { peak, ridge, sky } from './landscape.mjs';
import { rhombusBand, skyDisc, star } from './ornament.mjs';
import { C } from './palette.mjs';
import { ellipse, line, poly, range, rect } from './svg.mjs';

const track = (near, far, gauge) => {
  const horizon = 560;
  const bottom = 900;
  const along = (t) => [near + (far - near) * t, bottom + (horizon - bottom) * t];
  const spread = (t) => gauge * (1 - t * 0.97);
  // Evenly laid sleepers: depth goes with the distance, height on paper with its square.
  const sleepers = range(46, (i) => {
    const t = 1 - 1 / (1 + i * 0.2);
    const [x, y] = along(t);
    const s = spread(t);
    const h = 38 * (1 - t) ** 2;
    return rect(x - s * 0.86, y - h, s * 1.72, h, C.brickDark);
  });
  const rail = (k) => {
    const [x0, y0] = along(0);
    const [x1, y1] = along(1);
    const w0 = 11;
    return poly(
      [
        [x0 + k * gauge - w0, y0],
        [x0 + k * gauge + w0, y0],
        [x1 + k * spread(1) + 1, y1],
        [x1 + k * spread(1) - 1, y1],
      ],
      C.night,
    );
  };
  return (
    poly(
      [
        [near - gauge * 1.15, bottom],
        [near + gauge * 1.15, bottom],
        [far + 12, horizon],
        [far - 12, horizon],
      ],
      C.sandDark,
    ) +
    sleepers +
    rail(-0.5) +
    rail(0.5)
  );
};

/** A container end with its two doors. */
const container = (x, y, w, h, fill, shade, light) =>
  rect(x, y, w, h, shade) +
  rect(x + 7, y + 7, w - 14, h - 14, fill) +
  [0.14, 0.36, 0.64, 0.86]
    .map((k) => line(x + w * k, y + 18, x + w * k, y + h - 18, shade, 5))
    .join('') +
  rect(x + w / 2 - 4, y + 7, 8, h - 14, shade) +
  star(x + w / 2, y + h / 2, w * 0.16, light) +
  star(x + w / 2, y + h / 2, w * 0.08, shade);

/** A flat wagon end-on, its wheels on the two rails of a track that is `x`, `gauge` at that depth. */
const flatWagon = (x, y, gauge) => {
  const w = gauge * 1.24;
  return (
    ellipse(x, y + 62, w * 0.62, 16, C.ochreDark) +
    [-0.5, 0.5].map((k) => rect(x + k * gauge - 15, y + 18, 30, 46, C.night, 'rx="5"')).join('') +
    rect(x - gauge / 2, y + 34, gauge, 12, C.night) +
    rect(x - w / 2, y, w, 24, C.night2)
  );
};

const transitCorridor = () => {
  const leg = (x) =>
    poly(
      [
        [x - 22, 170],
        [x + 22, 170],
        [x + 34, 780],
        [x - 34, 780],
      ],
      C.tileDark,
    ) +
    poly(
      [
        [x + 4, 170],
        [x + 22, 170],
        [x + 34, 780],
        [x + 8, 780],
      ],
      C.deep,
    ) +
    rect(x - 70, 772, 140, 26, C.night, 'rx="6"');
  return (
    sky(1600, 562, [C.tilePale, C.mist, C.paper, C.ochreLight]) +
    skyDisc(800, 470, 62, C.paper, C.ochre) +
    peak(300, 330, 760, 562, C.tileLight, C.tile, [C.paper, C.tilePale]) +
    peak(1240, 372, 700, 562, C.tileLight, C.tile, [C.paper, C.tilePale]) +
    ridge(1600, 562, 74, 120, C.tileDark, 31) +
    rect(0, 558, 1600, 342, C.sand) +
    poly(
      [
        [0, 600],
        [1600, 574],
        [1600, 640],
        [0, 690],
      ],
      C.ochreLight,
      'opacity="0.6"',
    ) +
    poly(
      [
        [600, 900],
        [776, 560],
        [824, 560],
        [1000, 900],
      ],
      C.sandDark,
    ) +
    track(450, 776, 240) +
    track(1140, 824, 360) +
    poly(
      [
        [1420, 798],
        [1600, 850],
        [1600, 890],
        [1360, 798],
      ],
      C.ochreDark,
      'opacity="0.5"',
    ) +
    poly(
      [
        [180, 798],
        [420, 868],
        [300, 868],
        [120, 798],
      ],
      C.ochreDark,
      'opacity="0.5"',
    ) +
    flatWagon(1026, 716, 234) +
    container(910, 504, 232, 214, C.tile, C.tileDark, C.tilePale) +
    flatWagon(567, 716, 156) +
    leg(180) +
    leg(1420) +
    rect(60, 96, 1480, 82, C.tile) +
    rhombusBand(60, 104, 1480, 62, 20, {
      ground: C.tileDark,
      outer: C.tilePale,
      inner: C.tileDark,
      heart: C.ochreLight,
      rule: C.ochre,
    }) +
    rect(60, 166, 1480, 12, C.deep) +
    rect(501, 178, 132, 40, C.night) +
    [521, 613].map((x) => line(x, 218, x, 300, C.night, 6)).join('') +
    rect(455, 296, 224, 22, C.night) +
    container(451, 318, 232, 214, C.brick, C.brickDark, C.ochreLight)
  );
};

export const pictures = { 'transit-corridor': transitCorridor };
