interface Difference {
  readonly first: string;
  readonly second: string;
}

/** Where two texts part, with what stands around it in each; null where they are the same. */
export function difference(first: string, second: string): Difference | null {
  if (first === second) return null;
  let at = 0;
  while (first[at] === second[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 100), at + 100);
  return { first: around(first), second: around(second) };
}
