// kill -9 of the process that takes a decision, before each of its writes, mails and callbacks in turn: after the next start there
// is one decision, the workflow knows of it, and the receipt has come once. All over HTTP and SMTP, on files. What a process does
// that goes on after a refusal is stopped write by write in tests/workflow/agreementKill.test.ts.
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import type { Ports } from "../../../functions/usecases/ports.ts";
import { CRONAU } from "../../support/approval.ts";
import { approvalSite, OPENED } from "../../support/approvalSite.ts";
import { FormBrowser, formsOf, type FoundForm } from "../../support/formBrowser.ts";
import { readMail, type Received } from "../../support/mailedSite.ts";
import { plainSmtp } from "../../support/plainSmtp.ts";
import { smtpInbox, type SmtpInbox } from "../../support/smtpInbox.ts";

const PROCESS = fileURLToPath(new URL("../../support/decideProcess.ts", import.meta.url));
/** Later than a mail that was under way is waited for (usecases/mail/sendOnce.ts). */
const RESTARTED = "2026-11-25T16:05:00+01:00";
const LEASE_MS = 121_000;

interface Tried {
  readonly browser: FormBrowser;
  readonly confirm: FoundForm;
  readonly fields: Readonly<Record<string, string>>;
  readonly killed: boolean;
}

const receivedBy = (inbox: SmtpInbox): Promise<Received[]> => Promise.all(inbox.received.map(readMail));

/** A mayor decides; the process dies before one of its effects, or does not. */
async function decideAndDie(root: string, path: string, inbox: SmtpInbox, killBefore: number): Promise<Tried> {
  const options = [PROCESS, root, OPENED, String(inbox.port), String(killBefore)];
  const child = spawn(process.execPath, options, { stdio: ["pipe", "pipe", "inherit"] });
  const gone = new Promise((resolve) => child.once("exit", resolve));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  try {
    const browser = new FormBrowser((await lines.next()).value!);
    const [amount] = formsOf((await browser.get(path)).body);
    const [confirm] = formsOf((await browser.submit(amount!, { amount: "149,50" })).body);
    const [code] = await receivedBy(inbox);
    const fields = { code: /^ {4}(\d{6})$/m.exec(code!.text)![1]! };
    child.stdin.write("arm\n");
    await lines.next();
    const answer = await browser.submit(confirm!, fields).catch(() => undefined);
    return { browser, confirm: confirm!, fields, killed: answer === undefined };
  } finally {
    child.kill("SIGKILL");
    await gone;
  }
}

/** The next start: whoever was asked presses the button once more, and the reconciler runs by its calendar. */
async function restart(root: string, inbox: SmtpInbox, { browser, confirm, fields }: Tried) {
  const mailer = plainSmtp(inbox.port);
  const around = (ports: Ports): Ports => ({ ...ports, mailer });
  const site = await approvalSite({ stage: "again", root, now: RESTARTED, around });
  try {
    const retry = new FormBrowser(site.origin);
    for (const [name, value] of browser.cookies) retry.cookies.set(name, value);
    const { body } = await retry.submit(confirm, fields);
    await site.idle();
    let failed = 1;
    for (let round = 0; round < 5 && failed > 0; round++) {
      ({ failed } = (await site.call("reconcileAgreements", {})) as { failed: number });
      site.clock.milliseconds += LEASE_MS;
    }
    await site.idle();
    const { items } = await site.ports.store.query({ pk: "agreement#tiny#tiny-2026-W48" });
    return {
      failed,
      body,
      decided: (await site.logKinds()).filter((kind) => kind === "agreement.decided").length,
      left: items.map(({ sk }) => sk).filter((sk) => /^(due|wait)#/.test(sk)),
    };
  } finally {
    mailer.close();
    await site.close();
  }
}

test("wherever it is killed: one decision, its callback, and its receipt once", { timeout: 180_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "gruenverbund-decide-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const prepared = mkdtempSync(join(folder, "prepared-"));
  const site = await approvalSite({ root: prepared });
  const path = site.path(`mayor-${CRONAU}`);
  await site.close();
  for (let killBefore = 1; ; killBefore++) {
    const root = join(folder, String(killBefore));
    cpSync(prepared, root, { recursive: true });
    const inbox = await smtpInbox();
    onTestFinished(() => inbox.close());
    const tried = await decideAndDie(root, path, inbox, killBefore);
    const { failed, body, decided, left } = await restart(root, inbox, tried);
    expect([killBefore, failed, decided]).toEqual([killBefore, 0, 1]);
    expect(body).toContain("/pruefen/");
    // Three others are still waited for; this one's wait has ended, and nothing of it is due.
    expect([killBefore, left.filter((row) => row.startsWith("due#") || row.includes(CRONAU))]).toEqual([
      killBefore,
      [],
    ]);
    expect(left).toHaveLength(3);
    const receipts = (await receivedBy(inbox)).map(({ messageId }) => messageId).filter((id) => id.includes("receipt"));
    // Between a mail and the note that it left another leaves under the same id, by which a mailbox knows the copy.
    expect(new Set(receipts).size).toBe(1);
    expect(receipts.length).toBeLessThanOrEqual(2);
    if (tried.killed) continue;
    // Ballot, callback, its record, mail's claim, mail, its note, mark.
    expect(killBefore).toBe(8);
    return;
  }
});
