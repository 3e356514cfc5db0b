import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { acceptedLanguage, chooseLanguage, hereOf, inLanguage, languageOf } from "../../../../web/language/choose.ts";

test("the address counts first, then the cookie, then the person, then the browser, then German", () => {
  const all = { address: "fr", cookie: "en", person: "de", accepted: "fr" } as const;
  expect(chooseLanguage(all)).toBe("fr");
  expect(chooseLanguage({ ...all, address: undefined })).toBe("en");
  expect(chooseLanguage({ ...all, address: undefined, cookie: undefined })).toBe("de");
  expect(chooseLanguage({ accepted: "fr" })).toBe("fr");
  expect(chooseLanguage({})).toBe("de");
});

test.each(["", "FR", "it", "fr-FR", "__proto__", "toString", "fr\r\nset-cookie: x=y"])(
  "%j in address or cookie is no language of ours and is passed over",
  (text) => {
    expect(chooseLanguage({ address: text, cookie: text, accepted: "en" })).toBe("en");
  },
);

test.each([
  ["fr-LU,fr;q=0.9,de;q=0.8", "fr"],
  ["de;q=0.5, en;q=0.9", "en"],
  ["it, en-GB;q=0.2", "en"],
  ["fr;q=0, en;q=0.1", "en"],
  ["fr;q=x, en;q=0.1", "en"],
  ["FR", "fr"],
  ["*", undefined],
  ["", undefined],
  [`${"x,".repeat(5000)}fr`, undefined],
])("Accept-Language %j asks for %s", (header, language) => {
  expect(acceptedLanguage(header.slice(0, 20_000))).toBe(language);
});

describe("of a request", () => {
  const app = new Hono();
  app.get("*", (c) => {
    const language = languageOf(c, c.req.header("x-origin") ?? "https://plan.example", "fr");
    return c.text(`${language} ${inLanguage(hereOf(c.req.url), "en")}`);
  });
  const ask = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });

  test("only what the address says is kept, in a cookie that no script reads", async () => {
    const chosen = await ask("/x?lang=en");
    expect(chosen.headers.get("set-cookie")).toBe("lang=en; Max-Age=31536000; Path=/; HttpOnly; Secure; SameSite=Lax");
    expect((await ask("/x?lang=it")).headers.get("set-cookie")).toBeNull();
    expect((await ask("/x", { cookie: "lang=en" })).headers.get("set-cookie")).toBeNull();
    const local = await ask("/x?lang=de", { "x-origin": "http://localhost:8080" });
    expect(local.headers.get("set-cookie")).not.toContain("Secure");
  });

  test("the way to another language stays on the page, whatever the address", async () => {
    for (const path of ["/a/x?lang=fr", "//evil.example/x", "/%5Cevil.example", "/\\evil.example"])
      expect(await (await ask(path)).text()).toMatch(/ \?lang=en$/);
    expect(await (await ask("/?stand=fest&lang=de")).text()).toBe("de ?stand=fest&lang=en");
    expect(await (await ask('/?a="><b>&lang=de&lang=fr')).text()).toBe("de ?a=%22%3E%3Cb%3E&lang=en");
  });
});
