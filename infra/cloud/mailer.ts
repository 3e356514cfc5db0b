import type { Mailer } from "../../functions/ports/mailer.ts";
import { late } from "./late.ts";

export const mailer = late<Mailer>(["send"], async () => (await import("./ses.ts")).openMailer());
