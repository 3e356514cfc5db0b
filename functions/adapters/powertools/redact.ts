/** Takes out of a log line what must not stand in one, should it get that far: the last net, not the first. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+/g, "[mail address]"],
  [/\bBearer\s+[\w.~+/=-]+/gi, "[token]"],
  // JSON Web Tokens, and AWS's session tokens and access keys.
  [/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, "[token]"],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, "[key]"],
  // The path of an approval is its link's secret.
  [/(\/a\/)[\w-]{20,}/g, "$1[secret]"],
  // And the last part of a sticker's its proof.
  [/(\/m\/[\w.-]+~[\w.-]+~\d+~)[\w-]+/g, "$1[secret]"],
  [/([?&#](?:token|key|code|signature|x-amz-[a-z-]+)=)[^&\s"']+/gi, "$1[secret]"],
];

/** Long runs of letters and digits of base64: task tokens, links, keys. Hashes in hexadecimal name runs and stay. */
const LONG = /[A-Za-z0-9_-]{40,}={0,2}/g;
const HEXADECIMAL = /^[0-9a-f-]+$/;

/** Names of fields whose value is never written. */
const SECRET_NAME = /token|secret|password|authorization|cookie|apikey|api_key|mail|recipient/i;

export function redactText(text: string): string {
  const without = PATTERNS.reduce((left, [pattern, instead]) => left.replace(pattern, instead), text);
  return without.replace(LONG, (run) => (isOpaque(run) ? "[secret]" : run));
}

/** What 256 bits take in base64: of a thousand such secrets one has no digit. */
const LINK_LENGTH = 43;

/** Names are words, however long; a secret has digits and both cases. */
function isOpaque(run: string): boolean {
  if (HEXADECIMAL.test(run) || !/[a-z]/.test(run) || !/[A-Z]/.test(run)) return false;
  return /\d/.test(run) || run.length === LINK_LENGTH;
}

export function redactField(name: string, value: unknown): unknown {
  if (typeof value !== "string") return value;
  return SECRET_NAME.test(name) ? "[secret]" : redactText(value);
}
