/**
 * A process of an approval that a test has killed: once it is armed every write, mail and callback counts, and before the one that
 * is named the process kills itself. Says its address; a line of input arms it.
 */
import { once } from "node:events";
import type { Ports } from "../../functions/usecases/ports.ts";
import { approvalSite } from "./approvalSite.ts";
import { plainSmtp } from "./plainSmtp.ts";

const [root = "", now = "", smtpPort = "", killBefore = ""] = process.argv.slice(2);
let armed = false;
let effects = 0;

function effect(): void {
  if (armed && ++effects === Number(killBefore)) process.kill(process.pid, "SIGKILL");
}

/** Reads are no effects. */
function counted(ports: Ports): Ports {
  const { store, workflows } = ports;
  const mailer = plainSmtp(Number(smtpPort));
  return {
    ...ports,
    store: {
      ...{ get: (at) => store.get(at), query: (query) => store.query(query) },
      put: (item, expected) => (effect(), store.put(item, expected)),
      remove: (at, expected) => (effect(), store.remove(at, expected)),
      transact: (writes) => (effect(), store.transact(writes)),
    },
    mailer: { send: (mail) => (effect(), mailer.send(mail)) },
    workflows: {
      ...workflows,
      sendTaskSuccess: (token, output) => (effect(), workflows.sendTaskSuccess(token, output)),
    },
  };
}

const site = await approvalSite({ stage: "again", root, now, around: counted });
process.stdout.write(`${site.origin}\n`);
await once(process.stdin, "data");
armed = true;
process.stdout.write("armed\n");
