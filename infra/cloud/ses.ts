import { SESv2Client } from "@aws-sdk/client-sesv2";
import { sesMailer } from "../../functions/adapters/ses/sesMailer.ts";
import { patience, required } from "./environment.ts";

/** Asked once: a mail whose answer was lost may be out, and who sends keeps a record (usecases/mail/sendOnce.ts). */
export const openMailer = () =>
  sesMailer(new SESv2Client(patience(20, 1)), {
    from: { name: "Grünverbund", address: required("MAIL_FROM") },
    domain: required("MAIL_FROM").split("@")[1]!,
    configurationSetName: required("MAIL_CONFIGURATION_SET"),
  });
