/** Called with what SES publishes about a mail: bounce, complaint, rejection. */
import * as z from "zod";
import { recordBounce, type Bounce } from "../../usecases/mail/recordBounce.ts";
import type { Ports } from "../../usecases/ports.ts";
import { taskHandler } from "../taskHandler.ts";

/** The part that is read of an SES event, as EventBridge wraps it. */
const Event = z.object({
  detail: z.looseObject({
    mail: z.looseObject({ commonHeaders: z.looseObject({ messageId: z.string().optional() }).optional() }),
    bounce: z.looseObject({ bounceType: z.string(), bounceSubType: z.string().optional() }).optional(),
    complaint: z.looseObject({ complaintFeedbackType: z.string().optional() }).optional(),
    reject: z.looseObject({ reason: z.string() }).optional(),
  }),
});

export const createHandler = (ports: Pick<Ports, "log" | "store" | "mailer" | "clock" | "secrets" | "site">) =>
  taskHandler("recordBounce", Event, ports, (event) => recordBounce(ports, bounceOf(event)));

function bounceOf({ detail }: z.infer<typeof Event>): Bounce {
  const { bounce, complaint, reject } = detail;
  const words = [
    bounce?.bounceType,
    bounce?.bounceSubType,
    complaint && "Beschwerde",
    complaint?.complaintFeedbackType,
    reject?.reason,
  ];
  const cause = words.filter((one) => one !== undefined).join(", ");
  return { messageId: detail.mail.commonHeaders?.messageId ?? "", cause };
}
