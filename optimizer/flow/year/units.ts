/** Euros and tonnes inside the models, so that coefficients stay near one; cents and kg in the problem. */
export const KG_PER_TONNE = 1000;

export const euros = (cents: number) => cents / 100;
