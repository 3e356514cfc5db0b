/** What is wrong with what was filled in for a contact. */
export const CONTACT_PROBLEMS = [
  "id",
  "idTaken",
  "name",
  "email",
  "codeEmail",
  "municipality",
  "vehicle",
  "facility",
  "duplicate",
  "from",
  "until",
  "order",
  "past",
  "stale",
  "noDeputy",
  "hasDeputies",
  "region",
] as const;
export type ContactProblem = (typeof CONTACT_PROBLEMS)[number];
