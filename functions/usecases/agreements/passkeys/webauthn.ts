/**
 * Verification of WebAuthn by @simplewebauthn/server. 300 KB: loaded when somebody uses a passkey, and by no function of the API
 * (docs/decisions/0042).
 */
import {
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { ALGORITHMS } from "./cose.ts";
import type { Expected, Verifier } from "./verifier.ts";

export const verifier: Verifier = {
  async registration(answer, expected) {
    const result = await verifyRegistrationResponse({
      response: answer as RegistrationResponseJSON,
      ...expectations(expected),
      supportedAlgorithmIDs: [...ALGORITHMS],
    }).catch(refused);
    if (result?.verified !== true) return undefined;
    const { id, publicKey, counter } = result.registrationInfo.credential;
    return { credentialId: id, publicKey: Buffer.from(publicKey).toString("base64url"), counter };
  },
  async assertion(answer, expected, { credentialId, publicKey, counter }) {
    const result = await verifyAuthenticationResponse({
      response: answer as AuthenticationResponseJSON,
      ...expectations(expected),
      credential: { id: credentialId, publicKey: new Uint8Array(Buffer.from(publicKey, "base64url")), counter },
    }).catch(refused);
    return result?.verified === true ? result.authenticationInfo.newCounter : undefined;
  },
};

const expectations = ({ challenge, origin, rpId }: Expected) => ({
  ...{ expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpId },
  requireUserVerification: true,
});

/** The library throws for whatever is wrong with an answer, which anybody can send. */
const refused = (): undefined => undefined;
