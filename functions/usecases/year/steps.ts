/** What is done one after the other. Apart from the solver, so that who only shows it does not carry it. */
export const YEAR_STEPS = ["base", "scenario"] as const;
export type YearStep = (typeof YEAR_STEPS)[number];
