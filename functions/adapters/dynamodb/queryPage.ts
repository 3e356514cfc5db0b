/** One page of a query. DynamoDB limits before it filters, so a page may take several calls. */
import { type DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";
import type { Item, Page, Query } from "../../ports/store.ts";
import { assertKey, pageSize, readCursor, sortSpan, writeCursor } from "../storeRules.ts";
import { itemOf, keyAttributes, type Attributes } from "./attributes.ts";
import { INDEX_NAME } from "./tableShape.ts";

export async function queryPage(client: DynamoDBClient, table: string, query: Query, now: number): Promise<Page> {
  assertKey({ pk: query.pk, sk: "-" });
  const size = pageSize(query);
  const span = sortSpan(query);
  if (span === null) return { items: [] };
  const sortName = query.index === true ? "index_sk" : "sk";
  const items: Item[] = [];
  let start = query.cursor === undefined ? undefined : startKey(query, query.cursor);
  do {
    const answer = await client.send(
      new QueryCommand({
        TableName: table,
        ...(query.index === true ? { IndexName: INDEX_NAME } : { ConsistentRead: true }),
        ...keyCondition(query, span, now),
        ScanIndexForward: query.descending !== true,
        Limit: size + 1 - items.length,
        ExclusiveStartKey: start,
      }),
    );
    for (const attributes of answer.Items ?? []) {
      // BETWEEN takes its end in.
      if (attributes[sortName]?.S === span.before) continue;
      const item = itemOf(attributes, now);
      if (item !== undefined) items.push(item);
    }
    start = answer.LastEvaluatedKey;
  } while (start !== undefined && items.length <= size);
  const page = items.slice(0, size);
  const last = page.at(-1);
  if (items.length <= size || last === undefined) return { items: page };
  const lastSort = query.index === true ? last.index!.sk : last.sk;
  return { items: page, next: writeCursor([lastSort, last.pk, last.sk]) };
}

function startKey(query: Query, cursor: string): Attributes {
  const [sort, pk, sk] = readCursor<[string, string, string]>(cursor);
  const index = query.index === true ? { index_pk: { S: query.pk }, index_sk: { S: sort } } : {};
  return { ...keyAttributes({ pk, sk }), ...index };
}

function keyCondition(query: Query, span: { readonly from?: string; readonly before?: string }, now: number) {
  const [pk, sk] = query.index === true ? ["index_pk", "index_sk"] : ["pk", "sk"];
  const { from, before } = span;
  const sort =
    from !== undefined && before !== undefined
      ? ` AND ${sk} BETWEEN :from AND :before`
      : from !== undefined
        ? ` AND ${sk} >= :from`
        : before !== undefined
          ? ` AND ${sk} < :before`
          : "";
  return {
    KeyConditionExpression: `${pk} = :pk${sort}`,
    FilterExpression: "attribute_not_exists(expires_at) OR expires_at > :now",
    ExpressionAttributeValues: {
      ":pk": { S: query.pk },
      ":now": { N: String(now) },
      ...(from === undefined ? {} : { ":from": { S: from } }),
      ...(before === undefined ? {} : { ":before": { S: before } }),
    },
  };
}
