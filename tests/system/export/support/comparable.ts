/** What docs/deploying/static.md names as different, and the weight, which changes with it. */
export function comparable(html: string): string {
  return html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace(/<span class="when"[^>]*>.*?<\/span>/g, 'WHEN')
    .replace(/<script[^>]*data-island="relativeTimes"[^>]*><\/script>/, '')
    .replace(/<link[^>]*json\+oembed[^>]*>/, '')
    .replace(/[^{}]*\.when-date[^{}]*\{[^}]*\}/g, '')
    .replace(/This page: [\d.]+ kB/, '')
    .trimEnd();
}
