/** Where the pages are shown, and who vouches for the people that see them. */

import type { Operator } from "../../domain/operator.ts";
import type { Home } from "../../domain/retention.ts";

/** What a verified token says of whoever it was given to. */
export type Claims = Readonly<Record<string, unknown>>;

export interface SignInClient {
  /** Of an OpenID Connect provider; it tells the rest at `/.well-known/openid-configuration`. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string;
}

export interface Site {
  /** Under which people reach the pages: `https://plan.example.org`. */
  readonly origin: string;
  readonly signIn: SignInClient;
  /** Undefined for an access token that is expired, changed, or not for this system. Rejects when the provider's keys cannot be had. */
  readonly claimsOf: (accessToken: string) => Promise<Claims | undefined>;
  /** Who runs the installation; absent: nobody has said so yet. */
  readonly operator?: Operator;
  /** Which terms of retention hold. Default: one machine. */
  readonly home?: Home;
  /** Path of a page with the mails of this machine, where there is one. */
  readonly inbox?: string;
}
