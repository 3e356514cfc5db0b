/** Registering and removing passkeys on the approval page; deciding with one is a field of the form that decides (routes.ts). */
import type { Context, Hono } from "hono";
import type { Principal } from "../../domain/access.ts";
import type { PasskeyActions } from "../../functions/usecases/agreements/passkeys/actions.ts";
import type { PasskeyRefusal } from "../../functions/usecases/agreements/passkeys/register.ts";
import { ballotPath } from "../../functions/usecases/agreements/paths.ts";
import type { Html } from "../page.ts";
import { createPart, passkeyList } from "./passkey.ts";
import { PASSKEY_SCRIPT, SCRIPT_PATH } from "./passkeyScript.ts";
import { PASSKEY_WORDS, type PasskeyWords } from "./passkeyWords.ts";
import type { ApprovalSpeech } from "./words/index.ts";

interface Form {
  readonly fields: URLSearchParams;
  readonly client: string;
}

export interface PasskeyRoutes {
  readonly actions: PasskeyActions;
  readonly principal: (c: Context) => Promise<Principal | undefined>;
  readonly token: (c: Context, secret: string) => Promise<string>;
  /** Only what passed the gate gets further. */
  readonly posted: (
    use: (c: Context, secret: string, form: Form) => Promise<Response>,
  ) => (c: Context) => Promise<Response>;
  /** The page with this in the place of its form, in the language that it turns out to have. */
  readonly shown: (c: Context, secret: string, part: (words: PasskeyWords) => Html) => Promise<Response>;
  /** Why not, and the way back. */
  readonly refused: (c: Context, secret: string, why: PasskeyRefusal) => Promise<Response>;
  readonly leave: (c: Context, path: string) => Response;
}

const SCRIPT_HEADERS = {
  "content-type": "text/javascript; charset=utf-8",
  "cache-control": "no-cache",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
};

export function addPasskeys(app: Hono, options: PasskeyRoutes): void {
  const { actions, principal, token, posted, shown, refused, leave } = options;

  app.get(SCRIPT_PATH, () => new Response(PASSKEY_SCRIPT, { headers: SCRIPT_HEADERS }));

  app.post(
    "/a/:secret/passkey/neu",
    posted(async (c, secret, { client }) => {
      const outcome = await actions.begin(secret, { principal: await principal(c), client });
      if (outcome.kind === "refused") return refused(c, secret, outcome.why);
      const { options: asked, nonce } = outcome;
      const csrf = await token(c, secret);
      return shown(c, secret, (words) => createPart({ path: ballotPath(secret), csrf, options: asked, nonce }, words));
    }),
  );

  app.post(
    "/a/:secret/passkey",
    posted(async (c, secret, { client, fields }) => {
      const of = (field: string): string => fields.get(field) ?? "";
      const given = { nonce: of("nonce"), answer: of("passkey"), name: of("name").slice(0, 200) };
      const outcome = await actions.finish(secret, { principal: await principal(c), client }, given);
      if (outcome.kind === "refused") return refused(c, secret, outcome.why);
      return leave(c, `${ballotPath(secret)}?passkey=neu#passkeys`);
    }),
  );

  app.post(
    "/a/:secret/passkey/entfernen",
    posted(async (c, secret, { client, fields }) => {
      const registrant = { principal: await principal(c), client };
      const outcome = await actions.remove(secret, registrant, fields.get("id") ?? "");
      if (outcome.kind === "refused") return refused(c, secret, outcome.why);
      return leave(c, `${ballotPath(secret)}?passkey=weg#passkeys`);
    }),
  );
}

/** What stands under the form of an open vote; empty where browsers know no passkeys. Reads, and writes nothing. */
export async function passkeyPart(
  { actions, principal }: Pick<PasskeyRoutes, "actions" | "principal">,
  c: Context,
  { secret, csrf, speech }: { readonly secret: string; readonly csrf: string; readonly speech: ApprovalSpeech },
  mayDecide: (principal: Principal) => boolean,
): Promise<Html | ""> {
  const who = await principal(c);
  const held = await actions.list(secret, who?.subject ?? "");
  if (held === undefined) return "";
  const path = ballotPath(secret);
  const words = PASSKEY_WORDS[speech.language];
  const asked = c.req.query("passkey");
  const told = asked === "neu" ? words.done.registered : asked === "weg" ? words.done.removed : undefined;
  return passkeyList(
    {
      ...{ path, csrf, signInUrl: `/sign-in?to=${encodeURIComponent(path)}` },
      passkeys: who !== undefined && mayDecide(who) ? held : undefined,
      ...(told === undefined ? {} : { told }),
    },
    speech,
  );
}
