/** Colours of the site on paper (app/styles/tokens.css), which has no night where it is shared. */
export const COLOURS = {
  paper: '#faf7f0',
  ornament: '#eee7d8',
  ink: '#1c1a16',
  muted: '#615b4f',
  accent: '#0b6870',
} as const;

export type Colour = (typeof COLOURS)[keyof typeof COLOURS];
