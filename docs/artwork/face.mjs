import { C } from './palette.mjs';
import { clipped, path, poly, stroke } from './svg.mjs';

const FACE =
  'M182,188 C182,120 330,120 330,188 C332,258 306,318 256,324 C206,318 180,258 182,188 Z';

/** Head and neck, lit from the left; brow and nose are one line, as on a coin. */
export const head = ({ lips = C.brick } = {}) =>
  path('M216,270 H296 V366 Q256,400 216,366 Z', C.skinShade) +
  path(FACE, C.skin) +
  clipped(
    path(FACE, '#000'),
    poly(
      [
        [258, 100],
        [350, 100],
        [350, 340],
        [252, 340],
        [252, 296],
        [270, 262],
        [258, 206],
      ],
      C.skinShade,
    ),
  ) +
  stroke('M200,198 Q222,182 246,194 L258,206 L268,260 L250,264', C.night, 5) +
  stroke('M276,194 Q296,184 314,198', C.night, 5) +
  stroke('M206,218 Q224,208 240,219 M280,219 Q296,208 310,218', C.night, 5) +
  path('M234,287 Q246,281 256,285 Q266,281 280,287 Q256,302 234,287 Z', lips);

export const shoulders = (fill, shade) =>
  path('M40,512 C44,420 120,384 206,356 Q256,404 306,356 C392,384 468,420 472,512 Z', fill) +
  path('M306,356 C392,384 468,420 472,512 H330 Q340,430 306,356 Z', shade);
