/** Addresses below this one are those of Next's own files; a finished page needs nothing from there. */
export const FRAMEWORK = '/_next/';
