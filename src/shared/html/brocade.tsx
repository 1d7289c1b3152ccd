/**
 * The woven hem under the masthead: lozenges (quả trám) with hooked wings between two rows of
 * stitches, as on the sashes of the highlands; drawn for Chung Tay on a grid of 48 × 12.
 */
export function Brocade() {
  return (
    <svg class="brocade" aria-hidden="true">
      <defs>
        <pattern id="brocade" width="48" height="12" patternUnits="userSpaceOnUse">
          <path
            class="thread"
            d="M12 1.500l5 4.5-5 4.500L7 6zm0 2L9.2 6l2.8 2.500L14.8 6zM36 3.800L38.4 6 36 8.2 33.6 6z"
            fill-rule="evenodd"
          />
          <path
            class="thread-soft"
            d="M11 5.100h2v1.800h-2zM4 6L0 9.600V7.800L2 6 0 4.200V2.400zM20 6l4-3.600v1.800L22 6l2 1.800v1.800zM28 6l-4 3.600V7.800L26 6l-2-1.800V2.400zM44 6l4-3.600v1.800L46 6l2 1.800v1.800zM30.5 5.200h1.600v1.600h-1.600zM39.9 5.200h1.600v1.600h-1.600z"
          />
          <path
            class="thread-soft"
            d="M0 0h3v1H0zM6 0h3v1H6zM12 0h3v1h-3zM18 0h3v1h-3zM24 0h3v1h-3zM30 0h3v1h-3zM36 0h3v1h-3zM42 0h3v1h-3zM0 11h3v1H0zM6 11h3v1H6zM12 11h3v1h-3zM18 11h3v1h-3zM24 11h3v1h-3zM30 11h3v1h-3zM36 11h3v1h-3zM42 11h3v1h-3z"
          />
        </pattern>
      </defs>
      <rect width="100%" height="12" fill="url(#brocade)" />
    </svg>
  );
}

/** The sign of Chung Tay: two chevrons, two hands, closing into one lozenge. */
export function BrandMark() {
  return (
    <svg class="brand-mark" viewBox="0 0 40 40" aria-hidden="true">
      <path class="thread" d="M19 3v7l-9 10 9 10v7L3 20z" />
      <path class="thread-soft" d="M21 3v7l9 10-9 10v7l16-17z" />
      <path class="thread" d="M20 15l5 5-5 5-5-5z" />
    </svg>
  );
}
