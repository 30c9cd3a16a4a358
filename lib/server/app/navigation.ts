/** What stands in for `next/navigation` in pages that the server renders. */

/** Thrown by a page that does not exist. */
export class NotFoundSignal extends Error {
  override readonly name = 'NotFoundSignal';
}

/** Thrown by a page that has moved. */
export class RedirectSignal extends Error {
  override readonly name = 'RedirectSignal';

  constructor(
    readonly location: string,
    readonly status: 307 | 308,
  ) {
    super(`The page is at ${location}`);
  }
}

export function notFound(): never {
  throw new NotFoundSignal('There is no such page');
}

/** For good (308). */
export function permanentRedirect(location: string): never {
  throw new RedirectSignal(location, 308);
}

/** For now (307). */
export function redirect(location: string): never {
  throw new RedirectSignal(location, 307);
}
