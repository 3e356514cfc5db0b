/** Linked from the foot of every page. */
export const LEGAL_PATHS = {
  accessibility: "/barrierefreiheit",
  privacy: "/datenschutz",
  imprint: "/impressum",
} as const;
