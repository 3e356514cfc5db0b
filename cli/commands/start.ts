/** `npm start`: does the main job on the example region, and says where the report is. */
import { fileURLToPath } from "node:url";
import type { Command } from "../io.ts";
import { plan } from "./plan.ts";

export const start: Command = (args, io) =>
  plan([fileURLToPath(new URL("../../examples/saarlouis", import.meta.url)), ...args], io);
