/** The route of the audit log: reads only; subject, period and page stand in its address. */
import type { Hono } from "hono";
import {
  AUDIT_GROUPS,
  auditPage,
  type AuditFilter,
  type AuditGroup,
} from "../../functions/usecases/county/auditPage.ts";
import { readIndex } from "../../functions/usecases/records/region.ts";
import { auditLogPage } from "./audit.ts";
import { ROOT, type PartOptions } from "./seat.ts";

export function addAudit(app: Hono, { ports, forAdmin }: PartOptions): void {
  app.get(
    `${ROOT}/:region/protokoll`,
    forAdmin("protokoll", async ({ c, region, speech, answer }) => {
      const days = { from: dayOf(c.req.query("von")), until: dayOf(c.req.query("bis")) };
      const wrong = days.from !== undefined && days.until !== undefined && days.from > days.until;
      const filter: AuditFilter = {
        ...(wrong ? {} : days),
        group: groupOf(c.req.query("was")),
        before: numberOf(c.req.query("vor")),
      };
      const { municipalities } = await readIndex(ports.store, region.id);
      const nameOf = (ags: string): string => municipalities.find((one) => one.ags === ags)?.name ?? ags;
      const page = await auditPage(ports, region.id, filter);
      return answer(auditLogPage({ region: region.id, filter: { ...filter, ...days }, wrong, page, nameOf }, speech));
    }),
  );
}

const dayOf = (given = ""): string | undefined =>
  /^\d{4}-\d{2}-\d{2}$/.test(given) && !Number.isNaN(Date.parse(given)) ? given : undefined;

const groupOf = (given: string | undefined): AuditGroup | undefined =>
  (Object.keys(AUDIT_GROUPS) as AuditGroup[]).find((one) => one === given);

const numberOf = (given = ""): number | undefined => (/^[1-9]\d{0,11}$/.test(given) ? Number(given) : undefined);
