import type { Secrets } from "../../functions/ports/secrets.ts";
import { late } from "./late.ts";

export const secrets = late<Secrets>(["key"], async () => (await import("./secretsManager.ts")).openSecrets());
