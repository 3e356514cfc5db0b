/** Items as DynamoDB's attributes. The data is kept as JSON text, so that it comes back exactly as it went in. */
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { Item, Json, Key } from "../../ports/store.ts";

export type Attributes = Record<string, AttributeValue>;

export function keyAttributes({ pk, sk }: Key): Attributes {
  return { pk: { S: pk }, sk: { S: sk } };
}

/** `undefined` for nothing and for what has expired. */
export function itemOf(attributes: Attributes | undefined, now: number): Item | undefined {
  if (attributes === undefined) return undefined;
  const text = (name: string): string | undefined => attributes[name]?.S;
  const expiresAt = attributes["expires_at"]?.N;
  if (expiresAt !== undefined && Number(expiresAt) <= now) return undefined;
  const [indexPk, indexSk] = [text("index_pk"), text("index_sk")];
  return {
    pk: text("pk")!,
    sk: text("sk")!,
    data: JSON.parse(text("data")!) as Json,
    version: Number(attributes["version"]!.N),
    ...(indexPk === undefined || indexSk === undefined ? {} : { index: { pk: indexPk, sk: indexSk } }),
    ...(expiresAt === undefined ? {} : { expiresAt: Number(expiresAt) }),
  };
}
