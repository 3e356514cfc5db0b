import { SFNClient } from "@aws-sdk/client-sfn";
import { stepFunctions } from "../../functions/adapters/stepfunctions/stepFunctions.ts";
import { patience, required } from "./environment.ts";

/** `WORKFLOWS` holds, by name of the workflow, the ARN of its state machine. */
export const openWorkflows = () =>
  stepFunctions(new SFNClient(patience(2.5, 3)), JSON.parse(required("WORKFLOWS")) as Readonly<Record<string, string>>);
