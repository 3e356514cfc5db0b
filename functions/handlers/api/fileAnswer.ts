/** A file of a week as an answer; a browser may show it, and saves it under a telling name. */
import type { WeekFile } from "../../usecases/weeks/readWeekFile.ts";
import type { ApiAnswer } from "./request.ts";

/** The report is one page with its own styles and script, and loads nothing from elsewhere. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

/** @param kept saved at once, where a browser would show it as text */
export function fileAnswer({ contentType, content, fileName }: WeekFile, kept = false): ApiAnswer {
  const isPage = contentType.startsWith("text/html");
  return {
    status: 200,
    headers: {
      "content-type": contentType,
      "content-disposition": `${kept ? "attachment" : "inline"}; filename="${fileName}"`,
      ...(isPage ? { "content-security-policy": PAGE_POLICY } : {}),
    },
    body: content,
  };
}
