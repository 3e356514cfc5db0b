/** `GET /api/regions/{region}/weeks/{week}/tours/{file}` */
import { readTour as route } from "../../contract/weeks.ts";
import type { Ports } from "../../usecases/ports.ts";
import { readWeekFile } from "../../usecases/weeks/readWeekFile.ts";
import { apiHandler } from "./apiHandler.ts";
import { fileAnswer } from "./fileAnswer.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs">) =>
  apiHandler(route, ports, async ({ parameters: { region, week, file } }) =>
    fileAnswer(await readWeekFile(ports, { region, week, file: `tours/${file}` })),
  );
