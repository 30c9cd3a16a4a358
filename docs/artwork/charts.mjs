// The three figures: newspaper charts with type that stays legible at 360 pixels.
import { C } from './palette.mjs';
import { circle, line, path, rect, stroke, text } from './svg.mjs';

const [W, H] = [1200, 800];
const INK = C.night;
const SOFT = '#56607a';

const label = (x, y, content, { size = 36, fill = INK, anchor = 'start', bold = false } = {}) =>
  text(x, y, size, fill, content, `text-anchor="${anchor}"${bold ? ' font-weight="bold"' : ''}`);

const sheet = (title, unit, body) =>
  rect(0, 0, W, H, C.paper) +
  rect(60, 40, 1080, 8, C.tile) +
  label(60, 106, title, { size: 46, bold: true }) +
  label(60, 156, unit, { size: 36, fill: SOFT }) +
  body +
  label(1140, 776, 'Example figures', { size: 34, fill: SOFT, anchor: 'end' });

const gridLine = (y, value, left, right) =>
  line(left, y, right, y, value === '0' ? INK : C.sandDark, value === '0' ? 4 : 2) +
  label(left - 18, y + 13, value, { anchor: 'end' });

const riverHydrograph = () => {
  const flow = [82, 78, 96, 168, 290, 412, 436, 318, 196, 132, 104, 90];
  const x = (i) => 200 + i * 82;
  const y = (v) => 650 - v * 0.9;
  const points = flow.map((v, i) => [x(i), y(v)]);
  // A Catmull-Rom curve, which goes through every month's value.
  const curve = points.slice(0, -1).map((p, i) => {
    const [a, b, c, d] = [points[i - 1] ?? p, p, points[i + 1], points[i + 2] ?? points[i + 1]];
    const h = [0, 1].map((k) => b[k] + (c[k] - a[k]) / 6);
    const g = [0, 1].map((k) => c[k] - (d[k] - b[k]) / 6);
    return `C${h} ${g} ${c}`;
  });
  const d = `M${points[0]} ${curve.join(' ')}`;
  const months = ['Jan', 'Mar', 'May', 'Jul', 'Sep', 'Nov'];
  return sheet(
    'Flow through the year',
    'Cubic metres a second, monthly mean',
    rect(x(5) - 41, 214, 164, 436, C.paper2) +
      [0, 100, 200, 300, 400].map((v) => gridLine(y(v), String(v), 170, 1140)).join('') +
      path(`${d} L${x(11)},650 L${x(0)},650 Z`, C.tilePale, 'opacity="0.75"') +
      stroke(d, C.tile, 9) +
      line(170, 650, 1140, 650, INK, 4) +
      flow.map((_, i) => line(x(i), 650, x(i), i % 2 ? 660 : 668, INK, 4)).join('') +
      months.map((m, i) => label(x(i * 2), 712, m, { anchor: 'middle' })).join('') +
      circle(x(6), y(436), 13, C.brick) +
      label(x(7) + 8, 252, 'June–July peak', { fill: C.brick, bold: true }),
  );
};

const confidenceBand = () => {
  const x = (v) => 120 + (v - 30) * 48;
  const row = (y, name, mid, margin, fill, pale) =>
    label(60, y - 58, name, { bold: true, fill }) +
    rect(x(mid - margin), y - 34, margin * 2 * 48, 68, pale) +
    [mid - margin, mid + margin].map((v) => line(x(v), y - 34, x(v), y + 34, fill, 6)).join('') +
    circle(x(mid), y, 22, fill) +
    label(x(mid + margin) + 22, y + 13, `${mid}%`, { bold: true, fill, size: 40 });
  const overlap = [x(40), x(44)];
  return sheet(
    'A lead inside the margin',
    'Share of answers, plus or minus 3 points',
    rect(overlap[0], 214, overlap[1] - overlap[0], 446, C.paper2) +
      [overlap[0], overlap[1]]
        .map((v) => stroke(`M${v},214 V660`, C.sandDark, 3, 'stroke-dasharray="2 11"'))
        .join('') +
      row(346, 'Answer A', 43, 3, C.tile, C.tilePale) +
      row(536, 'Answer B', 41, 3, C.brick, '#e3b8a4') +
      label(x(42), 646, 'overlap', { anchor: 'middle', fill: SOFT, size: 34 }) +
      line(60, 660, 1140, 660, INK, 4) +
      [30, 35, 40, 45, 50]
        .map(
          (v) =>
            line(x(v), 660, x(v), 674, INK, 4) + label(x(v), 718, `${v}%`, { anchor: 'middle' }),
        )
        .join(''),
  );
};

const priceIndexChart = () => {
  const index = [100, 100.7, 101.9, 103.1, 103.8, 104.6, 105.2, 106.3, 107.9, 109.2, 110.7, 112];
  const x = (i) => 200 + i * 80;
  const y = (v) => 650 - (v - 98) * 27;
  const points = index.map((v, i) => `${x(i)},${y(v)}`);
  return sheet(
    'Price index over twelve months',
    'First month = 100; the scale starts at 98',
    [98, 102, 106, 110].map((v) => gridLine(y(v), String(v), 170, 1140)).join('') +
      line(170, 650, 1140, 650, INK, 4) +
      stroke(`M${x(0)},${y(100)} H1100`, C.brick, 4, 'stroke-dasharray="4 13"') +
      stroke(`M${points.join('L')}`, C.tile, 9) +
      [0, 11].map((i) => circle(x(i), y(index[i]), 14, C.brick)).join('') +
      label(x(0) + 26, y(100) + 44, '100', { bold: true, fill: C.brick, size: 40 }) +
      label(x(11) - 26, y(112) + 2, '112', { bold: true, fill: C.brick, anchor: 'end', size: 40 }) +
      index.map((_, i) => line(x(i), 650, x(i), i % 2 ? 660 : 668, INK, 4)).join('') +
      [1, 3, 5, 7, 9, 11]
        .map((m) => label(x(m - 1), 712, String(m), { anchor: 'middle' }))
        .join('') +
      label(170, 776, 'Month', { size: 34, fill: SOFT }),
  );
};

export const pictures = {
  'river-hydrograph': riverHydrograph,
  'confidence-band': confidenceBand,
  'price-index-chart': priceIndexChart,
};
