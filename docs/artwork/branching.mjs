// A grown saxaul: crooked limbs that fork, thin and droop. The same seed grows the same tree.
import { path, random, stroke } from './svg.mjs';

const f = (n) => n.toFixed(1);

/** One crooked limb as a tapering outline; also says where it ends and where it might fork. */
const limb = (next, x, y, angle, length, width, crook) => {
  const steps = 6;
  const spine = [[x, y, angle, width]];
  let [px, py, a] = [x, y, angle];
  for (let i = 1; i <= steps; i += 1) {
    a += (next() - 0.5) * crook;
    px += (Math.cos(a) * length) / steps;
    py += (Math.sin(a) * length) / steps;
    spine.push([px, py, a, width * (1 - 0.42 * (i / steps)) * (0.92 + next() * 0.16)]);
  }
  const side = (k) =>
    spine.map(([sx, sy, sa, w]) => [
      sx - Math.sin(sa) * w * 0.5 * k,
      sy + Math.cos(sa) * w * 0.5 * k,
    ]);
  const outline = [...side(1), ...side(-1).reverse()];
  const [ex, ey, _ea, ew] = spine[steps];
  const knot = `M${f(ex - ew / 2)},${f(ey)}a${f(ew / 2)},${f(ew / 2)} 0 1 0 ${f(ew)},0a${f(ew / 2)},${f(ew / 2)} 0 1 0 ${f(-ew)},0Z`;
  return { d: `M${outline.map(([ox, oy]) => `${f(ox)},${f(oy)}`).join('L')}Z${knot}`, spine };
};

/**
 * Returns wood and leaf as SVG. `size` is about the tree's height; saxaul "leaves" are jointed
 * green twigs, so they are drawn as short strokes that hang.
 */
export const saxaul = ({ x, y, size, seed, trunks, depth, wood, leaf, twig, droop = 0.6 }) => {
  const next = random(seed);
  let woods = '';
  let leaves = '';
  // Wisps leave the whole length of a shoot and turn down under their own weight.
  const fringe = (spine) => {
    for (const [tx, ty, a] of spine.slice(1)) {
      for (const side of [-1, 1]) {
        const out = a + side * (0.35 + next() * 0.6);
        const l = size * (0.04 + next() * 0.05);
        const [mx, my] = [tx + Math.cos(out) * l * 0.6, ty + Math.sin(out) * l * 0.6];
        leaves += `M${f(tx)},${f(ty)}Q${f(mx)},${f(my)} ${f(mx + Math.cos(out) * l * 0.25)},${f(my + l * droop)}`;
      }
    }
  };
  const grow = (gx, gy, angle, length, width, level) => {
    const { d, spine } = limb(next, gx, gy, angle, length, width, level > depth - 2 ? 0.7 : 0.95);
    woods += d;
    const [ex, ey, ea, ew] = spine[spine.length - 1];
    if (level === 0) fringe(spine);
    if (level === 0) return;
    // Limbs open outwards, then are pulled back up towards the light.
    const fork = 0.42 + next() * 0.34;
    for (const turn of [-fork, fork * (0.7 + next() * 0.5)]) {
      const up = (ea + turn) * 0.84 + (-Math.PI / 2) * 0.16;
      grow(ex, ey, up, length * (0.64 + next() * 0.16), ew * 0.78, level - 1);
    }
    if (next() < 0.6) {
      const [bx, by, ba, bw] = spine[3];
      grow(
        bx,
        by,
        ba + (next() < 0.5 ? -0.9 : 0.9),
        length * 0.5,
        bw * 0.5,
        Math.max(0, level - 2),
      );
    }
  };
  for (const { lean, share } of trunks) {
    grow(
      x + lean * size * 0.06,
      y,
      -Math.PI / 2 + lean,
      size * 0.3 * share,
      size * 0.1 * share,
      depth,
    );
  }
  return { wood: path(woods, wood), leaf: stroke(leaves, leaf, twig) };
};
