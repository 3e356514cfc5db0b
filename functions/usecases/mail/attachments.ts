/** What goes with the dispatcher's mail: per tour the sheet and the route, and one calendar. */
import type { Plan } from "../../../domain/plan/plan.ts";
import { toursOf } from "../../../planning/report/tours.ts";
import type { Attachment } from "../../ports/mailer.ts";

/** Many servers take 10 MB; base64 adds a third and the line breaks. */
const MOST_BYTES = 7_000_000;

const TYPES = { pdf: "application/pdf", gpx: "application/gpx+xml" } as const;

type Files = ReadonlyMap<string, string | Uint8Array>;

/** In the order in which the tours are driven. Too much for a mail leaves the calendar alone, and `complete` false. */
export function tourAttachments(plan: Plan, files: Files): { attachments: Attachment[]; complete: boolean } {
  const calendar = attachment(files, "tours.ics", "touren.ics", "text/calendar; method=PUBLISH");
  const tours = toursOf(plan).flatMap(({ route }) =>
    (["pdf", "gpx"] as const).flatMap((kind) =>
      attachment(files, `tours/${route.id}.${kind}`, `${route.id}.${kind}`, TYPES[kind]),
    ),
  );
  const all = [...tours, ...calendar];
  const bytes = all.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  return bytes > MOST_BYTES ? { attachments: calendar, complete: false } : { attachments: all, complete: true };
}

/** Of some tours: sheets and routes as far as a mail carries them, and the calendar files, which always go. */
export function changeAttachments(
  files: Files,
  tourIds: readonly string[],
  calendars: readonly Attachment[],
): Attachment[] {
  const tours = tourIds.flatMap((id) =>
    (["pdf", "gpx"] as const).flatMap((kind) => attachment(files, `tours/${id}.${kind}`, `${id}.${kind}`, TYPES[kind])),
  );
  const bytes = tours.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  return bytes > MOST_BYTES ? [...calendars] : [...tours, ...calendars];
}

function attachment(files: Files, key: string, fileName: string, contentType: string): Attachment[] {
  const content = files.get(key);
  return content === undefined ? [] : [{ fileName, contentType, content }];
}
