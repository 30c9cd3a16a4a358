/** Articles that are offered to readers who did not find what they came for. */
export const LATEST = 4;
