/** Where things stand on a picture to share, in pixels. */
export const MARGIN = 64;
/** Height of the border along the foot. */
export const BAND = 24;
/** Height of what stands below the words. */
export const FOOT = 150;
/** Width of a picture along the right edge. */
export const PICTURE = 440;
/** Sides of a portrait. */
export const PORTRAIT = 340;
/** Room for the mark, left of the site's name. */
export const MARK = 64;
