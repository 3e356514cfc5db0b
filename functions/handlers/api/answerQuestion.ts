/** `POST /api/regions/{region}/agreements/{agreement}/versions/{version}/questions/{question}` */
import { answerQuestion as route } from "../../contract/agreements.ts";
import { answerQuestion } from "../../usecases/agreements/answers.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "clock">) =>
  apiHandler(route, ports, async ({ parameters: { question, ...key }, body: { text }, principal }) => {
    await answerQuestion(ports, key, { question, text, by: principal!.subject });
    return { status: 204 };
  });
