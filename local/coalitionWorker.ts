/** A thread of the coalition pool: keeps one engine, answers block after block. */
import { parentPort, workerData } from "node:worker_threads";
import { priceBlock, type GrayBlock } from "../optimizer/flow/index.ts";
import { highsSolver } from "../optimizer/lp/index.ts";
import type { PoolInput } from "./coalitionMessages.ts";

const { problem, allowed } = workerData as PoolInput;
const engine = await highsSolver();

parentPort?.on("message", (block: GrayBlock) => parentPort?.postMessage(priceBlock(engine, problem, block, allowed)));
