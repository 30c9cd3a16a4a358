/**
 * What readers get pages from: this program, or files that it wrote before, which answer no queries and cannot be
 * made anew as time goes on.
 */
export type Hosting = 'server' | 'files';
