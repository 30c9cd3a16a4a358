import { type Progress, startProgress } from '../progress';

/** One progress line after the other, for work that goes by names. */
export function progressOfWork(): {
  readonly update: (work: string, done: number, total: number) => void;
  readonly end: () => void;
} {
  let current: { readonly work: string; readonly progress: Progress } | undefined;
  return {
    update(work, done, total) {
      if (current?.work !== work) {
        current?.progress.end();
        current = { work, progress: startProgress(work) };
      }
      current.progress.update(done, total);
    },
    end: () => current?.progress.end(),
  };
}
