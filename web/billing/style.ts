/** What the forms of billing details add to the look of the house. */
export const BILLING_STYLE = `
fieldset { border: 0; margin: var(--space-5) 0 0; padding: var(--space-4) 0 0; border-top: 1px solid var(--hairline); min-width: 0; max-width: 56rem; }
legend { float: left; width: 100%; padding: 0; margin-bottom: var(--space-3); font-size: 1.15rem; font-weight: 650; }
legend + .fields { clear: both; }
`;
