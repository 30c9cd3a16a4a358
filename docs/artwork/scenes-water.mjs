// Water: a gauge in a river, ablation stakes on a glacier.
import { castShadow, peak, ridge, sky } from './landscape.mjs';
import { skyDisc } from './ornament.mjs';
import { C } from './palette.mjs';
import { ellipse, path, poly, random, range, rect } from './svg.mjs';

/** A painted staff: alternate comb blocks, decimetre by decimetre, as hydrologists read them. */
const staff = (x, top, w, h, flat) => {
  const unit = h / 12;
  return (
    rect(x - 12, top - 26, w + 24, h + 60, flat ?? C.night) +
    rect(x, top, w, h, flat ?? C.paper) +
    (flat
      ? ''
      : range(12, (i) => {
          const fill = i < 3 ? C.brick : C.night;
          const left = i % 2 === 0;
          const y = top + i * unit;
          const bars = range(3, (k) =>
            rect(left ? x : x + w * 0.42, y + k * unit * 0.4, w * 0.58, unit * 0.2, fill),
          );
          return rect(left ? x : x + w * 0.74, y, w * 0.26, unit, fill) + bars;
        }))
  );
};

const ripples = (seed, top, bottom, count, fill) => {
  const next = random(seed);
  return range(count, () => {
    const t = next();
    const y = top + t * (bottom - top);
    const w = 40 + t * 190 + next() * 60;
    return rect(next() * 1700 - 100, y, w, 4 + t * 7, fill, 'rx="5"');
  });
};

const riverGauge = () => {
  const gx = 930;
  return (
    sky(1600, 470, [C.tilePale, C.mist, C.paper, C.ochreLight]) +
    skyDisc(420, 190, 62, C.paper, C.ochreLight) +
    peak(1360, 130, 900, 500, C.tileLight, C.tileDark, [C.paper, C.tilePale]) +
    peak(170, 190, 820, 500, C.tileLight, C.tileDark, [C.paper, C.tilePale]) +
    peak(760, 60, 980, 500, C.tileLight, C.tile, [C.paper, C.tilePale]) +
    ridge(1600, 502, 60, 140, C.tileDark, 3) +
    rect(0, 496, 1600, 404, C.tile) +
    // The current: lighter tongues that swing out of the valley towards us.
    path(
      'M700,496 H860 Q760,540 900,600 Q1180,700 1060,900 H420 Q640,740 560,630 Q520,560 700,496 Z',
      C.tileLight,
    ) +
    path(
      'M752,496 H812 Q700,556 800,640 Q930,740 840,900 H620 Q760,760 660,640 Q600,556 752,496 Z',
      C.tilePale,
    ) +
    ripples(4, 520, 880, 30, C.mist) +
    ripples(14, 520, 880, 26, C.tileDark) +
    [
      [
        'M0,470 Q330,440 640,498 Q420,520 330,600 Q250,680 0,700 Z',
        'M0,520 Q300,500 500,512 Q340,540 270,606 Q190,664 0,678 Z',
      ],
      [
        'M1600,462 Q1230,440 890,498 Q1180,520 1290,590 Q1400,640 1600,640 Z',
        'M1600,500 Q1280,492 1050,512 Q1240,532 1330,584 Q1430,620 1600,620 Z',
      ],
    ]
      .map(
        ([bank, top]) =>
          path(bank, C.ochreDark, 'transform="translate(0 20)"') +
          path(bank, C.ochre) +
          path(top, C.sand),
      )
      .join('') +
    poly(
      [
        [gx - 12, 750],
        [gx + 132, 750],
        [gx - 70, 900],
        [gx - 240, 900],
      ],
      C.deep,
      'opacity="0.6"',
    ) +
    ellipse(gx + 60, 752, 150, 20, C.tileDark) +
    ellipse(gx + 60, 750, 128, 13, C.mist) +
    staff(gx, 116, 120, 600) +
    path(
      `M${gx - 60},752 Q${gx + 60},736 ${gx + 180},752 Q${gx + 60},782 ${gx - 60},752 Z`,
      C.tileDark,
    ) +
    path(`M${gx - 60},752 Q${gx + 60},772 ${gx + 180},752 Q${gx + 60},786 ${gx - 60},752 Z`, C.mist)
  );
};

const stake = (x, foot, h, flat) => {
  const w = h * 0.052;
  const band = h / 8;
  return (
    rect(x - w / 2, foot - h, w, h, flat ?? C.paper) +
    (flat ? '' : range(4, (i) => rect(x - w / 2, foot - h + i * band * 2, w, band, C.brick))) +
    (flat ? '' : rect(x + w * 0.2, foot - h, w * 0.3, h, C.night, 'opacity="0.25"'))
  );
};

const glacierStakes = () => {
  const crevasses = [
    [740, 500, 270, 12],
    [640, 728, 560, 18],
    [420, 800, 820, 24],
    [330, 872, 1100, 28],
  ]
    .map(([x, y, w, d]) =>
      range(2, (k) => {
        const left = x + k * w * 0.56;
        const long = w * (k ? 0.36 : 0.44);
        return path(
          `M${left},${y + k * d} q${long / 2},${-d * 1.5} ${long},${-d * 0.2} q${-long / 2},${-d * 0.6} ${-long},${d * 0.2} Z`,
          C.tileLight,
        );
      }),
    )
    .join('');
  const stakes = [
    [860, 400, 66],
    [820, 500, 110],
    [930, 640, 190],
    [700, 760, 310],
    [1110, 850, 500],
  ];
  return (
    sky(1600, 640, [C.tile, C.tileLight, C.tilePale, C.mist]) +
    peak(900, 110, 760, 460, C.night3, C.night2, [C.paper, C.tilePale]) +
    // The firn basin lies behind the two near peaks, which close on it; the tongue runs out below.
    path('M420,330 Q700,250 880,322 Q1060,250 1400,330 V660 H420 Z', C.mist) +
    path('M420,330 Q700,250 880,322 Q830,460 880,660 H420 Z', C.paper) +
    peak(290, 70, 1000, 668, C.night3, C.night2, [C.paper, C.tilePale]) +
    peak(1440, 40, 960, 668, C.night3, C.night2, [C.paper, C.tilePale]) +
    path('M0,640 Q420,596 800,660 V900 H0 Z', C.ochreDark) +
    path('M1600,640 Q1290,596 920,660 V900 H1600 Z', C.ochreDark) +
    path('M0,720 Q260,676 560,770 V900 H0 Z', C.brickDark) +
    path('M1600,694 Q1400,664 1180,740 V900 H1600 Z', C.brickDark) +
    path(
      'M740,636 Q850,560 1000,636 Q1120,690 1330,720 T1600,800 V900 H200 Q300,780 520,716 Q680,680 740,636 Z',
      C.mist,
    ) +
    path(
      'M740,636 Q800,590 866,586 Q900,640 800,730 Q690,810 640,900 H200 Q300,780 520,716 Q680,680 740,636 Z',
      C.paper,
    ) +
    crevasses +
    stakes.map(([x, y, h]) => castShadow(stake(x, y, h, C.tile), y, -0.95, 0.16, 0.7)).join('') +
    stakes.map(([x, y, h]) => ellipse(x, y, h * 0.07, h * 0.02, C.tile) + stake(x, y, h)).join('')
  );
};

export const pictures = { 'river-gauge': riverGauge, 'glacier-stakes': glacierStakes };
