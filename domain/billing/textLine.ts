/** One line that people wrote and others read. */
import * as z from "zod";

export const textLine = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^\P{Cc}+$/u, "one line without control characters");
