/**
 * What bundles get for the SDK's default chain of credentials: on Lambda they are in the environment, and the chain's other
 * members (files, single sign-on, containers, instances) would be 130 KB of each bundle.
 */
import { fromEnv } from "@aws-sdk/credential-provider-env";

export const defaultProvider = (): ReturnType<typeof fromEnv> => fromEnv();
