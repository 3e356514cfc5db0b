/** What is wrong with a passkey's answer, in German; pages of other languages have their own words. */
export const PASSKEY_CAUSES = {
  passkeyWrong: "Dieser Passkey gehört nicht hierher, oder seine Unterschrift stimmt nicht.",
  passkeyExpired: "Die Bestätigung mit dem Passkey ist abgelaufen oder schon benutzt. Bitte noch einmal bestätigen.",
} as const;
