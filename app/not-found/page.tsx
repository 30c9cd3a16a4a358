/** The page that lib/server puts in place of an address that nothing answers. */
export { NotFoundPage as default } from '@/app/_site/NotFoundPage';
