/**
 * Billing details that are nobody's, with check digits that fit: bank codes and routing keys that begin with 0 and VAT ids that begin
 * with 0 are given to nobody, telephone numbers are those kept for films, addresses lie at example.org.
 */
import type { Place } from "./data.ts";

const POSTAL_CODES: Readonly<Record<string, string>> = {
  ...{ "10044111": "66763", "10044112": "66822", "10044113": "66809", "10044114": "66780", "10044115": "66740" },
  ...{ "10044116": "66793", "10044117": "66839", "10044118": "66773", "10044119": "66802", "10044120": "66787" },
  ...{ "10044121": "66798", "10044122": "66359", "10044123": "66806" },
};
const TOWNS = new Set(["10044111", "10044112", "10044115"]);

/** Digits so that the number leaves 1 when divided by 97 (ISO 7064). */
function checkDigits(text: string): string {
  const digits = [...`${text}00`].map((one) => Number.parseInt(one, 36)).join("");
  const rest = [...digits].reduce((value, digit) => (value * 10 + Number(digit)) % 97, 0);
  return String(98 - rest).padStart(2, "0");
}

const ibanOf = (account: string): string => `DE${checkDigits(`${account}DE`)}${account}`;

export function billingExample(members: readonly Place[]): object {
  return {
    $schema: "../../docs/schema/billing.schema.json",
    schema: "gruenverbund/billing/1",
    parties: members.map(({ ags, name }, index) => {
      const fine = `BEISPIEL${ags}`;
      const number = String(index + 1).padStart(3, "0");
      return {
        ...{ ags, name: `${TOWNS.has(ags) ? "Stadt" : "Gemeinde"} ${name.split("/")[0]!} (Beispiel)` },
        ...{ street: "Musterstraße 1", postalCode: POSTAL_CODES[ags], city: name },
        leitwegId: `00-${fine}-${checkDigits(`00${fine}`)}`,
        email: `rechnung-${ags}@example.org`,
        contact: {
          ...{ name: "Kämmerei (Beispiel)", phone: `+49 30 23125 ${number}`, email: `kaemmerei-${ags}@example.org` },
        },
        iban: ibanOf(`00000000${ags.padStart(10, "0")}`),
        vatId: `DE0${ags}`,
      };
    }),
    paymentDays: 30,
    profiles: [],
    synthetic:
      "Beispiel: Anschriften, IBAN, Leitweg-ID, Umsatzsteuer-ID und Telefonnummern sind erfunden und gehören niemandem.",
  };
}
