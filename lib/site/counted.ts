/** A number with its noun, for logs and reports: "1 error", "2 errors", "2 addresses". */
export function counted(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  return `${count} ${noun}${noun.endsWith('s') ? 'es' : 's'}`;
}
