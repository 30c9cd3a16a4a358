import type { Translation } from '@/lib/archive/queries/article';
import { nativeLanguageName } from '@/lib/site/languages';
import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';

interface TranslationLinksProps {
  readonly translations: readonly Translation[];
  readonly context: ViewContext;
}

/** Links to the article in other languages, each named in that language. */
export function TranslationLinks({ translations, context }: TranslationLinksProps) {
  if (translations.length === 0) return null;
  return (
    <p className="translations">
      {context.messages.article.alsoIn}{' '}
      {translations.map(({ slug, title, lang }, index) => (
        <span key={slug}>
          {index > 0 ? ', ' : ''}
          <a href={routes.article(slug)} lang={lang} hrefLang={lang} title={title}>
            {nativeLanguageName(lang)}
          </a>
        </span>
      ))}
    </p>
  );
}
