import type { SitePath } from '@/lib/site/routes';

interface ChangeListenerProps {
  /** Where changes are told of. */
  readonly path: SitePath;
}

/**
 * Loads the page anew when the content has changed, and puts the problems of the page's own file
 * first. For development alone: pages of the public site have no script like it.
 */
export function ChangeListener({ path }: ChangeListenerProps) {
  const code = `
    const source = new EventSource(${JSON.stringify(path)});
    source.addEventListener('open', () => document.documentElement.setAttribute('data-listening', ''));
    source.addEventListener('change', () => location.reload());
    for (const item of document.querySelectorAll('[data-dev-panel] [data-page]')) {
      if (item.dataset.page === location.pathname) item.parentElement.prepend(item);
    }`;
  return <script type="module" dangerouslySetInnerHTML={{ __html: code }} />;
}
