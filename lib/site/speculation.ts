/** Placeholder until the islands arrive. */
export const SPECULATION_RULES = {};
