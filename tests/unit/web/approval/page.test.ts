import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../../../domain/language/format.ts";
import type { Language } from "../../../../domain/region/contacts.ts";
import { problemOf } from "../../../../functions/usecases/agreements/problems.ts";
import { amountForm } from "../../../../web/approval/forms.ts";
import { approvalPage } from "../../../../web/approval/page.ts";
import { missesOf } from "../../../../web/approval/present.ts";
import { approvalSpeech } from "../../../../web/approval/words/index.ts";
import { createPage, type PageParts } from "../../../../web/page.ts";
import { askedBy, CSRF, everyState } from "../../../support/approvalStates.ts";

const EVIL = `"><script>alert(1)</script><img src=x onerror=alert(1)>'`;
const render = createPage("");
const speech = approvalSpeech("de");
const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, " ").replace(/\s+/g, " ");
const text = async (parts: PageParts): Promise<string> => plain((await render(parts)).body);
const states = Object.keys(everyState("de"));
const inAll = states.flatMap((name) => LANGUAGES.map((language): [Language, string] => [language, name]));

describe("the approval page", () => {
  test("gives share, lone cost and saving before anything else", async () => {
    const page = await text(everyState("de")["open"]!);
    // Share 250.50, alone 300.50: saves 50.00, which is 16.6 % of 300.50.
    const places = ["250,50 €", "300,50 €", "Wir sparen", "16,6 %", "Warum das gerecht ist", "Nein sagen"].map((one) =>
      page.indexOf(one),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test("asks for the amount with an empty field, and a miss does not give the figure away", async () => {
    const asked = askedBy();
    for (const language of LANGUAGES)
      for (const code of ["amountWrong", "amountUnreadable"] as const) {
        const said = approvalSpeech(language);
        const misses = missesOf([problemOf("amount", code)], said.terms);
        const form = plain(String(await amountForm({ asked, csrf: CSRF, speech: said, misses }, "12,34")));
        expect(form).not.toMatch(/250[.,]50/);
        expect(form).toContain(plain(misses.amount!));
        expect(form).toContain('aria-invalid="true"');
      }
    expect(plain(String(await amountForm({ asked, csrf: CSRF, speech })))).toContain('value=""');
  });

  test.each(inAll)("%s %s: whatever names and texts hold stays text", async (language, name) => {
    const { body } = await render(everyState(language, EVIL)[name]!);
    expect(body).not.toMatch(/<script|<img|\son\w+=(?![^<]*&gt;)/i);
    expect(body).not.toContain(EVIL);
  });

  test.each(inAll)("%s %s: every form posts to this page's own path and holds the token", async (language, name) => {
    const { body } = await render(everyState(language)[name]!);
    const forms = body.match(/<form[^]*?<\/form>/g) ?? [];
    for (const form of forms) {
      expect(form).toMatch(/method="post"\s+action="\/a\/k{43}\/[a-z]+#entscheiden"/);
      expect(form).toContain(`name="csrf" value="${CSRF}"`);
    }
    expect(forms.length > 0).toBe(/^(open|comment|told|approve|reject|ask|signedIn|signIn|missed\w*)$/.test(name));
    expect(body).not.toMatch(/\shref="[^"]*(amount|approve|reject|zustimmen|ablehnen)/i);
  });

  test("offers no way to decide on a version that is no longer valid, and shows what changed", async () => {
    const asked = askedBy();
    const members = asked.agreement.members.slice(0, 2).map((one) => ({ ...one, shareCents: one.shareCents + 1000 }));
    const now = { ...asked.agreement, version: 2, members };
    const page = await text(approvalPage(asked, { kind: "superseded", now }, speech));
    expect(page).toContain("Ihr Anteil war 250,50 € und ist jetzt 260,50 €.");
    expect(page).toContain("Cronau ist nicht mehr dabei.");
    expect(page).not.toContain("<form");
  });

  test("says who pays more than alone, if somebody does, instead of praising the split", async () => {
    const asked = askedBy();
    const [first, ...others] = asked.agreement.members;
    const agreement = { ...asked.agreement, members: [{ ...first!, standAloneCostCents: 50_000 }, ...others] };
    const page = await text(approvalPage({ ...asked, agreement }, { kind: "open" }, speech));
    expect(page).toContain("Mehr als allein zahlt nach diesem Vorschlag: Altdorf.");
    expect(page).not.toContain("Keine Kommune zahlt mehr");
  });

  test("keeps amounts and people off the public certificate", async () => {
    const page = await text(everyState("de")["certificate"]!);
    expect(page).not.toMatch(/€|Berta|Anna/);
  });
});
