export function relativeTime(date: number, now: number, language: string): string {
  return `${Math.round((now - date) / 86400000)} days ago${language === 'x' ? ' ' : ''}`;
}
