/** A browser without scripts: cookies, forms, redirects; says of itself what browsers say. */
export interface Shown {
  readonly status: number;
  readonly path: string;
  readonly body: string;
  readonly headers: Headers;
}

export interface FoundForm {
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  /** Names of what can be filled in. */
  readonly fields: readonly string[];
  readonly buttons: readonly (readonly [name: string, value: string])[];
}

export function formsOf(body: string): FoundForm[] {
  const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return [...body.matchAll(/<form[^]*?<\/form>/g)].map(([form]) => {
    const inputs = form.match(/<(input|textarea)[^>]*>/g) ?? [];
    const isHidden = (tag: string): boolean => attribute(tag, "type") === "hidden";
    return {
      action: attribute(/<form[^>]*>/.exec(form)![0], "action"),
      hidden: Object.fromEntries(
        inputs.filter(isHidden).map((tag) => [attribute(tag, "name"), attribute(tag, "value")]),
      ),
      fields: inputs.filter((tag) => !isHidden(tag)).map((tag) => attribute(tag, "name")),
      buttons: (form.match(/<button[^>]*>/g) ?? []).map(
        (tag) => [attribute(tag, "name"), attribute(tag, "value")] as const,
      ),
    };
  });
}

export class FormBrowser {
  readonly cookies = new Map<string, string>();
  readonly #origin: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(origin: string, headers: Readonly<Record<string, string>> = {}) {
    this.#origin = origin;
    this.#headers = headers;
  }

  get(path: string, method = "GET"): Promise<Shown> {
    return this.#ask(path, { method });
  }

  /** Sends a form as its page would. */
  post(
    action: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Shown> {
    const own = { "sec-fetch-site": "same-origin", "sec-fetch-mode": "navigate", origin: "null", ...headers };
    return this.#ask(action, { method: "POST", headers: own, body: new URLSearchParams(fields) });
  }

  /** Fills in a form of the page and presses a button. */
  submit(form: FoundForm, fields: Readonly<Record<string, string>>, press = form.buttons[0]): Promise<Shown> {
    const pressed = press === undefined || press[0] === "" ? {} : { [press[0]]: press[1] };
    return this.post(form.action, { ...form.hidden, ...fields, ...pressed });
  }

  /** As `submit`, by a form that may send a file. */
  upload(form: FoundForm, fields: Readonly<Record<string, string>>, field: string, file: Uint8Array<ArrayBuffer>) {
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...form.hidden, ...fields })) body.append(name, value);
    body.append(field, new Blob([file], { type: "image/jpeg" }), "IMG_0001.jpg");
    const headers = { "sec-fetch-site": "same-origin", "sec-fetch-mode": "navigate", origin: "null" };
    return this.#ask(form.action, { method: "POST", headers, body });
  }

  async #ask(path: string, init: RequestInit, hops = 0): Promise<Shown> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...this.#headers, ...(cookie === "" ? {} : { cookie }), ...(init.headers as object) };
    const response = await fetch(new URL(path, this.#origin), { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      this.cookies.set(name!, value!);
    }
    const location = response.headers.get("location");
    const body = await response.text();
    if (location === null || hops > 5 || new URL(location, response.url).origin !== new URL(this.#origin).origin)
      return { status: response.status, path, body, headers: response.headers };
    return this.#ask(location, { method: "GET" }, hops + 1);
  }
}
