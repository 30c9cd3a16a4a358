/** Thrown for a page that only scripts could complete; it must not be sent without them. */
export class UnfinishedPageError extends Error {
  override readonly name = 'UnfinishedPageError';

  constructor(marker: string) {
    super(
      `The page holds a part that was to be streamed later (${marker}). ` +
        'Pages are sent whole: use no Suspense boundary and no loading.tsx.',
    );
  }
}
