/** The log as JSON lines on standard output, with function, version and trace of the invocation added by the environment. */
import { Logger } from "@aws-lambda-powertools/logger";
import type { Fields, Log } from "../../ports/log.ts";
import { redactField, redactText } from "./redact.ts";

/** @param service name of the function */
export function powertoolsLog(service: string): Log {
  const logger = new Logger({ serviceName: service, logLevel: "INFO" });
  return {
    info: (message, fields = {}) => logger.info(redactText(message), redacted(fields)),
    error: (message, error, fields = {}) =>
      logger.error(redactText(message), { ...redacted(fields), failure: failureOf(error) }),
  };
}

function redacted(fields: Fields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, redactField(name, value)]));
}

/** How deep an error's causes are followed. */
const CAUSES = 4;

function failureOf(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: redactText(String(error)) };
  const cause = error.cause !== undefined && depth < CAUSES ? { cause: failureOf(error.cause, depth + 1) } : {};
  return { name: error.name, message: redactText(error.message), stack: redactText(error.stack ?? ""), ...cause };
}
