import { SESv2Client } from "@aws-sdk/client-sesv2";
import { sesMailer } from "../../functions/adapters/ses/sesMailer.ts";
import { CLIENT, required } from "./environment.ts";

export const openMailer = () =>
  sesMailer(new SESv2Client(CLIENT), {
    from: { name: "Grünverbund", address: required("MAIL_FROM") },
    domain: required("MAIL_FROM").split("@")[1]!,
    configurationSetName: required("MAIL_CONFIGURATION_SET"),
  });
