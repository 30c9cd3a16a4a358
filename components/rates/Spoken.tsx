interface SpokenProps {
  readonly shown: string;
  readonly spoken: string;
}

/** A figure for the eye, and in words for those who hear it. */
export function Spoken({ shown, spoken }: SpokenProps) {
  return (
    <>
      <span aria-hidden="true">{shown}</span>
      <span className="sr-only">{spoken}</span>
    </>
  );
}
