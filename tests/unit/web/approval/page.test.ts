import { describe, expect, test } from "vitest";
import { checkTypedAmount } from "../../../../domain/agreement/typedAmount.ts";
import { createPage, type PageParts } from "../../../../web/page.ts";
import { amountForm, commentForm, confirmForm } from "../../../../web/approval/forms.ts";
import { approvalPage, noticePage, unknownPage } from "../../../../web/approval/page.ts";
import { certificatePage, unknownReceiptPage } from "../../../../web/approval/receipt.ts";
import type { Asked, Identity } from "../../../../web/approval/view.ts";
import { sampleAgreement } from "../../../support/sampleAgreement.ts";

const EVIL = `"><script>alert(1)</script><img src=x onerror=alert(1)>'`;
const csrf = "c".repeat(43);
const receiptId = "0".repeat(32);
const verifyUrl = `https://plan.example/pruefen/${receiptId}`;
const render = createPage("");
const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, " ").replace(/\s+/g, " ");
const text = async (parts: PageParts): Promise<string> => plain((await render(parts)).body);

function askedOf(evil = ""): Asked {
  const agreement = sampleAgreement({ regionName: `Kreis Beispiel${evil}` });
  const members = agreement.members.map((one) => ({ ...one, name: one.name + evil }));
  const proposal = { ...agreement, members };
  return {
    ...{ agreement: proposal, member: members[1]!, role: "mayor", person: `Berta${evil}`, deputyFor: `Anna${evil}` },
    proposalSha256: "b".repeat(64),
    path: `/a/${"k".repeat(43)}`,
  };
}

function everyState(evil = ""): Record<string, PageParts> {
  const asked = askedOf(evil);
  const identity: Identity = {
    codeTo: `k…@b.example${evil}`,
    signInUrl: "/sign-in?to=%2Fa",
    wrongAccount: evil,
    passkey: false,
  };
  const ballot = {
    ...({ ags: asked.member.ags, role: "mayor", decision: "rejected", contactId: "m", deputy: true } as const),
    ...{ amountCents: 25_050, reason: `Zu teuer${evil}`, at: "2026-11-27T10:15:00Z" },
  };
  const decided = { ballot, receiptId, verifyUrl };
  const misses = { amount: `Nein${evil}`, code: `Nein${evil}`, reason: `Nein${evil}`, question: `Nein${evil}` };
  const context = { asked, csrf, misses };
  const open = { kind: "open" } as const;
  return {
    open: approvalPage(asked, open, amountForm(context, evil)),
    approve: approvalPage(asked, open, confirmForm(context, { intent: "approve", amount: evil, identity })),
    reject: approvalPage(asked, open, confirmForm(context, { intent: "reject", amount: evil, identity, text: evil })),
    ask: approvalPage(asked, open, confirmForm(context, { intent: "ask", amount: evil, identity, text: evil })),
    early: approvalPage(asked, { kind: "early", comment: "over" }),
    comment: approvalPage(
      { ...asked, role: "admin" },
      { kind: "early", comment: "open", told: evil },
      commentForm(context, evil),
    ),
    decided: approvalPage(asked, { kind: "decided", decided, again: true, mine: true }),
    closed: approvalPage(asked, { kind: "closed", state: "refused" }),
    expired: approvalPage(asked, { kind: "expired" }),
    superseded: approvalPage(asked, { kind: "superseded", now: { ...asked.agreement, version: 2, members: [] } }),
    unknown: unknownPage(),
    notice: noticePage(`Titel${evil}`, evil, "/a/x"),
    unknownReceipt: unknownReceiptPage(),
    certificate: certificatePage({
      ...{ receiptId, regionName: evil, agreementId: "x", version: 1, period: "KW 48/2026", memberName: evil },
      ...{ role: "mayor", decision: "approved", at: ballot.at, proposalSha256: "b".repeat(64), state: "open" },
      entry: { seq: 4, sha256: "c".repeat(64), holds: true },
    }),
  };
}

describe("the approval page", () => {
  test("gives share, lone cost and saving before anything else", async () => {
    const page = await text(everyState()["open"]!);
    // Share 250.50, alone 300.50: saves 50.00, which is 16.6 % of 300.50.
    const places = ["250,50 €", "300,50 €", "Wir sparen", "16,6 %", "Warum das gerecht ist", "Nein sagen"].map((one) =>
      page.indexOf(one),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test("asks for the amount with an empty field, and a miss does not give the figure away", async () => {
    const asked = askedOf();
    for (const typed of ["12,34", "abc"]) {
      const check = checkTypedAmount(typed, asked.member.shareCents);
      if (check.kind === "right") throw new Error("it is not right");
      const form = plain(String(await amountForm({ asked, csrf, misses: { amount: check.expected } }, typed)));
      expect(form).not.toMatch(/250[.,]50/);
      expect(form).toContain('aria-invalid="true"');
    }
    expect(plain(String(await amountForm({ asked, csrf })))).toContain('value=""');
  });

  test.each(Object.keys(everyState()))("%s: whatever names and texts hold stays text", async (name) => {
    const { body } = await render(everyState(EVIL)[name]!);
    expect(body).not.toMatch(/<script|<img|\son\w+=(?![^<]*&gt;)/i);
    expect(body).not.toContain(EVIL);
  });

  test.each(Object.keys(everyState()))(
    "%s: every form posts to this page's own path and holds the token",
    async (name) => {
      const { body } = await render(everyState()[name]!);
      const forms = body.match(/<form[^]*?<\/form>/g) ?? [];
      for (const form of forms) {
        expect(form).toMatch(/method="post"\s+action="\/a\/k{43}\/[a-z]+#entscheiden"/);
        expect(form).toContain(`name="csrf" value="${csrf}"`);
      }
      expect(forms.length > 0).toBe(["open", "approve", "reject", "ask", "comment"].includes(name));
      expect(body).not.toMatch(/\shref="[^"]*(amount|approve|reject|zustimmen|ablehnen)/i);
    },
  );

  test("offers no way to decide on a version that is no longer valid, and shows what changed", async () => {
    const asked = askedOf();
    const members = asked.agreement.members.slice(0, 2).map((one) => ({ ...one, shareCents: one.shareCents + 1000 }));
    const now = { ...asked.agreement, version: 2, members };
    const page = await text(approvalPage(asked, { kind: "superseded", now }));
    expect(page).toContain("Ihr Anteil war 250,50 € und ist jetzt 260,50 €.");
    expect(page).toContain("Cronau ist nicht mehr dabei.");
    expect(page).not.toContain("<form");
  });

  test("says who pays more than alone, if somebody does, instead of praising the split", async () => {
    const asked = askedOf();
    const [first, ...others] = asked.agreement.members;
    const agreement = { ...asked.agreement, members: [{ ...first!, standAloneCostCents: 50_000 }, ...others] };
    const page = await text(approvalPage({ ...asked, agreement }, { kind: "open" }));
    expect(page).toContain("Mehr als allein zahlt nach diesem Vorschlag: Altdorf.");
    expect(page).not.toContain("Keine Kommune zahlt mehr");
  });

  test("keeps amounts and people off the public certificate", async () => {
    const page = await text(everyState()["certificate"]!);
    expect(page).not.toMatch(/€|Berta|Anna/);
  });
});
