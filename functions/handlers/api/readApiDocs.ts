/** `GET /api/docs` */
import { serialize } from "hono/utils/cookie";
import { LANGUAGES, isLanguage } from "../../../domain/language/format.ts";
import type { Language } from "../../../domain/region/contacts.ts";
import { openApi } from "../../contract/openapi.ts";
import { readApiDocs as route } from "../../contract/system.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiDocsPage } from "../../../web/apiDocs.ts";
import { chooseLanguage, LANG, languageCookie } from "../../../web/language/choose.ts";
import { apiHandler, type ApiEvent, type ApiLambda } from "./apiHandler.ts";

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

export const createHandler = (ports: Pick<Ports, "log">): ApiLambda => {
  const handlers = new Map(LANGUAGES.map((language) => [language, inLanguage(language, ports)]));
  return async (event, context) => {
    const { language, chosen } = languageOf(event);
    const answer = await handlers.get(language)!(event, context);
    const secure = event.headers["x-forwarded-proto"] === "https";
    return chosen ? { ...answer, cookies: [serialize(LANG, language, languageCookie(secure))] } : answer;
  };
};

function inLanguage(language: Language, ports: Pick<Ports, "log">): ApiLambda {
  const body = apiDocsPage(openApi(), { language, path: "" });
  return apiHandler(route, ports, async () => ({
    status: 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-language": language,
      "content-security-policy": POLICY,
    },
    body,
  }));
}

/** As pages choose theirs; `chosen` by the address. */
function languageOf({ queryStringParameters, cookies = [], headers }: ApiEvent) {
  const address = queryStringParameters?.[LANG];
  const cookie = cookies.map((one) => one.split("=")).find(([name]) => name === LANG)?.[1];
  const language = chooseLanguage({ address, cookie, accepted: headers["accept-language"] });
  return { language, chosen: isLanguage(address) };
}
