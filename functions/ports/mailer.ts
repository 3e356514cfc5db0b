/** Sends mail. Who calls it keeps a record by the mail's id, so that a retry does not send twice (usecases/mail). */
export interface Address {
  readonly name?: string;
  readonly address: string;
}

export interface Attachment {
  readonly fileName: string;
  /** Such as `application/pdf`; a calendar names its method: `text/calendar; method=REQUEST`. */
  readonly contentType: string;
  readonly content: Uint8Array | string;
}

export interface Mail {
  /** Names the mail for ever: region, week, occasion, recipient. Becomes its Message-ID. 1 to 120 of `A-Z a-z 0-9 . _ -`. */
  readonly id: string;
  readonly to: readonly Address[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly attachments?: readonly Attachment[];
}

export type SendOutcome =
  | { readonly kind: "sent"; readonly messageId: string }
  /** The address is no address, or the service refuses it for good; trying again is of no use. */
  | { readonly kind: "refused"; readonly cause: string };

export interface Mailer {
  /** Rejects when the service cannot be reached or asks to come back later; then the caller tries again. */
  send(mail: Mail): Promise<SendOutcome>;
}
