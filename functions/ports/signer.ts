/** Signs what leaves the system, so that anyone can tell that it is from here and unchanged. */
export interface PublicKey {
  readonly kty: "OKP" | "EC";
  readonly crv: "Ed25519" | "P-256";
  readonly x: string;
  readonly y?: string;
  /** Thumbprint of the key (RFC 7638). */
  readonly kid: string;
  readonly alg: "EdDSA" | "ES256";
  readonly use: "sig";
}

export interface Signer {
  /** For everybody; the first signs, the others signed before. */
  publicKeys(): Promise<readonly PublicKey[]>;
  /** 64 bytes, as JWS writes the signatures of both algorithms (RFC 7518 section 3.4, RFC 8037 section 3.1). */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}
