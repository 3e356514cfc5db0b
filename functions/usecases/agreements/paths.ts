/** Where the pages of an approval lie; routed in web, named in mails and receipts. */

/** @param secret of the link */
export const ballotPath = (secret: string): string => `/a/${secret}`;

/** Public page that confirms a decision. */
export const confirmationPath = (receiptId: string): string => `/pruefen/${receiptId}`;
