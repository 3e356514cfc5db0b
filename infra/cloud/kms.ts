import { KMSClient } from "@aws-sdk/client-kms";
import { kmsSigner } from "../../functions/adapters/signer/kmsSigner.ts";
import { patience, required } from "./environment.ts";

export const openSigner = () => kmsSigner(new KMSClient(patience(2.5, 3)), required("SIGNING_KEY"));
