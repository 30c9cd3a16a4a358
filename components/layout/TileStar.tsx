/** The eight-fold star of the region's tilework: two squares, one turned. */
export function TileStar() {
  return (
    <svg className="tile-star" viewBox="-16 -16 32 32" aria-hidden="true" focusable="false">
      <path d="M-11-11H11V11H-11Z" />
      <path d="M0-15.6 15.6 0 0 15.6-15.6 0Z" />
      <circle r="4.2" className="tile-star-eye" />
    </svg>
  );
}
