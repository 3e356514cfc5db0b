/** The amount that an approver types: what you see is what you sign. Read generously, compared to the cent. */

export type TypedAmount = { readonly kind: "amount"; readonly cents: number } | { readonly kind: "unreadable" };

const SIGN = String.raw`([+-]?)`;
/** Thousands in groups of three by point, space or apostrophe, cents after a comma. */
const GERMAN = new RegExp(`^${SIGN}(\\d{1,3}(?:[. '’\\u00a0\\u202f]\\d{3})+|\\d+)(?:,(\\d{1,2}))?$`);
/** Thousands in groups of three by comma, cents after a point. */
const ENGLISH = new RegExp(`^${SIGN}(\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.(\\d{1,2}))?$`);

/**
 * `1.234,56`, `1234,56`, `1234.56`, `1,234.56`, `1 234,56 €`. A group of three digits behind a point is thousands: `1.234` is
 * 1,234 euros, as Germans write it; `1,234` has three digits behind a comma and is unreadable.
 */
export function readTypedAmount(text: string): TypedAmount {
  const bare = text
    .normalize("NFKC")
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/(€|EUR|Euro)/giu, "")
    .trim();
  if (/^[+-]?\d{1,3}(,\d{3})$/.test(bare)) return { kind: "unreadable" };
  const match = GERMAN.exec(bare) ?? ENGLISH.exec(bare);
  if (match === null) return { kind: "unreadable" };
  const [, sign = "", whole = "", fraction = ""] = match;
  const euros = Number(whole.replace(/\D/g, ""));
  const cents = euros * 100 + Number(fraction.padEnd(2, "0"));
  if (!Number.isSafeInteger(cents)) return { kind: "unreadable" };
  return { kind: "amount", cents: sign === "-" ? -cents : cents };
}

export type AmountCheck = "right" | "unreadable" | "wrong";

/** Whether what was typed is the share. A miss says of which kind it is and not how far off it was. */
export function checkTypedAmount(text: string, shareCents: number): AmountCheck {
  const typed = readTypedAmount(text);
  if (typed.kind === "unreadable") return "unreadable";
  return typed.cents === shareCents ? "right" : "wrong";
}
