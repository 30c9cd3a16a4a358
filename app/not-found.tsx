export { NotFoundPage as default } from './_site/NotFoundPage';
