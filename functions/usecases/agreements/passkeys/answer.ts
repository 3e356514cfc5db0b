/** What a browser sends of a passkey, as its form carries it: the JSON of a PublicKeyCredential (WebAuthn Level 3, section 5.1). */
import * as z from "zod";
import { readJson } from "../../../../domain/readJson.ts";

const MOST_CHARACTERS = 16_000;

const Binary = z.string().min(1).max(MOST_CHARACTERS);

const credential = <Shape extends z.ZodRawShape>(response: Shape) =>
  z.object({
    id: Binary,
    rawId: Binary,
    type: z.literal("public-key"),
    response: z.object({ clientDataJSON: Binary, ...response }),
  });

const Assertion = credential({ authenticatorData: Binary, signature: Binary });
const Registration = credential({
  attestationObject: Binary,
  transports: z.array(z.string().max(20)).max(10).optional(),
});

export const readAssertion = (text: string) => read(Assertion, text);
export const readRegistration = (text: string) => read(Registration, text);

function read<T>(schema: z.ZodType<T>, text: string): T | undefined {
  const json = text.length > MOST_CHARACTERS ? undefined : readJson("passkey", text);
  return json?.ok === true ? schema.safeParse(json.value).data : undefined;
}
