/** Just enough of a browser for forms and redirects: cookies by path are not told apart, as all are of one host. */
export interface Visit {
  readonly url: string;
  readonly status: number;
  readonly text: string;
}

export type CookieJar = Map<string, string>;
export const cookieJar = (): CookieJar => new Map();

/**
 * Follows redirects from an address; with `form` the first request posts it.
 *
 * @param until stops before an address whose path is this one is asked
 */
export async function browse(
  jar: CookieJar,
  start: URL,
  form?: Readonly<Record<string, string>>,
  until?: string,
): Promise<Visit> {
  let url = start;
  let body = form === undefined ? undefined : new URLSearchParams(form);
  for (let hop = 0; hop < 12; hop++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, {
      redirect: "manual",
      headers: { cookie },
      ...(body === undefined ? {} : { method: "POST", body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === "") jar.delete(name!);
      else jar.set(name!, value!);
    }
    const location = response.headers.get("location");
    if (location === null) return { url: url.href, status: response.status, text: await response.text() };
    await response.arrayBuffer();
    url = new URL(location, url);
    body = undefined;
    if (url.pathname === until) return { url: url.href, status: response.status, text: "" };
  }
  throw new Error(`Redirected without end: ${url.href}`);
}
