// After dark: a lit window with a telephone, an electric meter before a block of flats.
import { digits } from './landscape.mjs';
import { horns, rhombusBand, star } from './ornament.mjs';
import { C } from './palette.mjs';
import {
  at,
  circle,
  clipped,
  ellipse,
  line,
  path,
  poly,
  random,
  range,
  rect,
  stroke,
} from './svg.mjs';

const carvedFrame = (x, y, w, h, wood, carving) =>
  rect(x - 44, y - 30, w + 88, h + 44, wood) +
  path(`M${x - 70},${y - 30} L${x + w / 2},${y - 128} L${x + w + 70},${y - 30} Z`, wood) +
  horns(x + w / 2, y - 40, 62, carving);

const handsetPhone = () =>
  // Body, dial, then the handset across the cradle.
  path('M-150,0 L-104,-136 Q-98,-150 -80,-150 H80 Q98,-150 104,-136 L150,0 Z', C.brick) +
  path('M80,-150 Q98,-150 104,-136 L150,0 H104 L66,-150 Z', C.brickDark) +
  rect(-70, -186, 24, 44, C.brickDark) +
  rect(46, -186, 24, 44, C.brickDark) +
  circle(-8, -70, 58, C.paper) +
  range(10, (i) => {
    const a = (i * 30 - 200) * (Math.PI / 180);
    return circle(-8 + 40 * Math.cos(a), -70 + 40 * Math.sin(a), 9, C.brickDark);
  }) +
  circle(-8, -70, 20, C.brickDark) +
  path(
    'M-146,-158 Q-156,-214 -104,-218 H104 Q156,-214 146,-158 Q144,-150 134,-150 H92 Q84,-150 84,-160 Q84,-180 64,-180 H-64 Q-84,-180 -84,-160 Q-84,-150 -92,-150 H-134 Q-144,-150 -146,-158 Z',
    C.night,
  );

const deskLamp = () =>
  rect(-70, -18, 140, 18, C.night, 'rx="9"') +
  stroke('M0,-14 L-56,-190 L70,-318', C.night, 14) +
  circle(-56, -190, 14, C.night) +
  path('M40,-352 L98,-292 L168,-262 Q176,-338 118,-384 Q76,-404 40,-352 Z', C.night);

/** Bricks warm up near the window: the glow without a gradient. */
const wall = (cx, cy) =>
  range(13, (j) =>
    range(12, (i) => {
      const x = i * 150 - (j % 2) * 75;
      const y = j * 72;
      const far = Math.hypot((x + 70 - cx) * 0.8, y + 32 - cy);
      const warm = far < 410 ? 0.8 : far < 490 ? 0.5 : far < 570 ? 0.24 : 0;
      const brick = rect(x, y, 142, 64, C.night2, 'opacity="0.5" rx="3"');
      return brick + (warm ? rect(x, y, 142, 64, C.brickDark, `opacity="${warm}" rx="3"`) : '');
    }),
  );

const darkPane = (x) =>
  carvedFrame(x, 250, 250, 400, C.night2, C.night3) +
  rect(x, 250, 250, 400, C.night) +
  rect(x + 119, 250, 12, 400, C.night2) +
  rect(x, 376, 250, 12, C.night2) +
  rect(x - 62, 664, 374, 22, C.night3);

const helplineLamp = () => {
  const [x, y, w, h] = [480, 196, 640, 514];
  const right = x + w;
  const foot = y + h;
  const curtain = (side) =>
    at(
      side > 0 ? x : right,
      y,
      path('M0,0 H96 Q92,220 26,300 L58,514 H0 Z', C.tileLight) +
        path('M0,0 H46 Q40,210 0,290 Z M0,310 L26,514 H0 Z', C.tile),
      `scale(${side} 1)`,
    );
  const room =
    rect(x, y, w, h, C.ochre) +
    poly(
      [
        [953, 425],
        [1058, 499],
        [1040, foot],
        [600, foot],
      ],
      C.ochreLight,
    ) +
    poly(
      [
        [953, 425],
        [1058, 499],
        [960, foot],
        [690, foot],
      ],
      C.paper,
    ) +
    at(920, foot + 2, deskLamp(), 'scale(0.82)') +
    at(712, foot, handsetPhone()) +
    curtain(1) +
    curtain(-1);
  return (
    rect(0, 0, 1600, 900, C.night) +
    wall(800, 460) +
    darkPane(60) +
    darkPane(1290) +
    carvedFrame(x, y, w, h, C.tileDark, C.ochreLight) +
    rhombusBand(x - 44, y - 36, w + 88, 36, 18, {
      ground: C.tileDark,
      outer: C.tilePale,
      inner: C.tileDark,
      heart: C.ochreLight,
      rule: C.tile,
    }) +
    clipped(rect(x, y, w, h, '#000'), room) +
    rect(x + w / 2 - 7, y, 14, 120, C.deep) +
    rect(x, y + 118, w, 14, C.deep) +
    rect(x - 84, foot, w + 168, 34, C.tileLight) +
    rect(x - 66, foot + 34, w + 132, 22, C.tileDark)
  );
};

const litWindows = (next) =>
  range(8, (j) =>
    range(14, (i) => {
      const x = 24 + i * 114;
      const y = 26 + j * 112;
      const on = next();
      const fill =
        on < 0.26 ? C.ochreLight : on < 0.38 ? C.ochre : on < 0.46 ? C.tilePale : C.night;
      return (
        rect(x, y, 70, 78, fill) +
        rect(x + 32, y, 6, 78, C.night2) +
        rect(x - 5, y + 78, 80, 8, C.night3)
      );
    }),
  );

const meterDial = () => {
  const [cx, cy, r] = [800, 440, 330];
  const ticks = range(50, (i) => {
    const a = (i * Math.PI) / 25;
    const long = i % 5 === 0;
    const inner = long ? 258 : 270;
    return line(
      cx + inner * Math.cos(a),
      cy + inner * Math.sin(a),
      cx + 286 * Math.cos(a),
      cy + 286 * Math.sin(a),
      C.night,
      long ? 8 : 4,
    );
  });
  return (
    rect(0, 0, 1600, 900, C.night2) +
    litWindows(random(12)) +
    rect(cx - 214, cy + 90, 480, 420, C.night, 'opacity="0.6" rx="22"') +
    rect(cx - 240, cy + 60, 480, 420, C.night3, 'rx="22"') +
    [-150, -50, 50, 150]
      .map(
        (d) =>
          circle(cx + d, cy + 420, 20, C.night) +
          line(cx + d - 10, cy + 410, cx + d + 10, cy + 430, C.sandDark, 5),
      )
      .join('') +
    circle(cx + 26, cy + 34, r + 26, '#0c1526', 'opacity="0.7"') +
    circle(cx, cy, r + 26, C.night) +
    circle(cx, cy, r + 12, C.tileDark) +
    circle(cx, cy, r - 16, C.paper) +
    ticks +
    rect(cx - 212, cy - 142, 424, 118, C.night, 'rx="10"') +
    range(
      5,
      (i) =>
        rect(cx - 200 + i * 81, cy - 130, 74, 94, i === 4 ? C.brick : C.night2, 'rx="5"') +
        digits(cx - 184 + i * 81, cy - 118, 70, '04827'[i], C.paper),
    ) +
    rect(cx - 200, cy + 34, 400, 30, C.night, 'rx="4"') +
    ellipse(cx, cy + 49, 186, 12, C.tilePale) +
    poly(
      [
        [cx + 60, cy + 39],
        [cx + 104, cy + 40],
        [cx + 104, cy + 58],
        [cx + 60, cy + 60],
      ],
      C.brick,
    ) +
    star(cx, cy + 160, 60, C.tile) +
    star(cx, cy + 160, 36, C.paper) +
    star(cx, cy + 160, 18, C.ochre)
  );
};

export const pictures = {
  'helpline-lamp': helplineLamp,
  'meter-dial': meterDial,
};
