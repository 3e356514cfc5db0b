/** The administration's pages as people reach them: real gateway, real pages, real store; a planned week with an agreement. */
import { createHandler } from "../../functions/handlers/page/countyPage.ts";
import { approvalFolder } from "./approval.ts";
import { plannedSystem, type PlannedSystem } from "./plannedSystem.ts";
import { reachedPage, type Reached } from "./reachedPage.ts";
import { testSystem, type TestSystem } from "./system.ts";

export type { Reached } from "./reachedPage.ts";

export type CountySite = PlannedSystem & Reached;

const reached = <System extends TestSystem>(system: System): Promise<System & Reached> =>
  reachedPage(system, createHandler, "Ada Verwalterin");

export const countySite = async (change?: (files: Record<string, string>) => void): Promise<CountySite> =>
  reached(await plannedSystem(change));

/** Of a region in which nothing was planned yet, and so sooner there. */
export const unplannedSite = async (): Promise<TestSystem & Reached> => reached(await testSystem(approvalFolder()));

/** A browser without scripts, as short as a test needs it: keeps cookies, sends forms as the page has them. */
export async function countyClient(site: Reached, groups: readonly string[] = ["admin:tiny"]) {
  const jar = new Map<string, string>([[...(await site.session(groups))]]);
  const send = async (path: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = {
      cookie,
      "sec-fetch-site": "same-origin",
      ...(init.headers as Record<string, string> | undefined),
    };
    const response = await fetch(`${site.origin}${path}`, { ...init, headers, redirect: "manual" });
    for (const one of response.headers.getSetCookie()) {
      const [pair = ""] = one.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    return {
      status: response.status,
      location: response.headers.get("location"),
      headers: response.headers,
      text: await response.text(),
    };
  };
  const csrfOf = async (path: string): Promise<string> => {
    const { text } = await send(path);
    return /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? "";
  };
  return {
    send,
    csrfOf,
    get: (path: string) => send(path),
    /** With the token of the page at `from`, unless another one is given. */
    post: async (path: string, fields: Record<string, string>, from = path) => {
      const body = new URLSearchParams({ csrf: await csrfOf(from), ...fields });
      return send(path, { method: "POST", body });
    },
    /** As a form with files sends it. */
    upload: async (
      path: string,
      fields: Record<string, string>,
      files: Record<string, Record<string, string>>,
      from = path,
    ) => {
      const body = new FormData();
      body.set("csrf", await csrfOf(from));
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      for (const [field, named] of Object.entries(files))
        for (const [file, text] of Object.entries(named)) body.append(field, new File([text], file));
      return send(path, { method: "POST", body });
    },
  };
}
