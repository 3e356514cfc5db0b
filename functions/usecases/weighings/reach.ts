/** Tickets and tours are the region's: who is responsible for one municipality reads its own and changes nothing. */
import type { Reach } from "../../../domain/access.ts";
import { ApiProblem } from "../apiProblem.ts";

/** @throws ApiProblem 403 */
export function needWholeRegion(reach: Reach): void {
  if (reach.kind !== "region")
    throw new ApiProblem(
      403,
      "Das darf nur, wer für die ganze Region zuständig ist; Ihre Rolle gilt für eine Kommune.",
    );
}
