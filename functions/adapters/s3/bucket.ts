/** The few calls to S3 that the blobs need, with what is no error told apart from what is. */
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";

export interface StoredObject {
  readonly bytes: Uint8Array;
  readonly etag: string;
}

export interface Bucket {
  get(name: string): Promise<StoredObject | undefined>;
  put(name: string, data: Uint8Array | string): Promise<void>;
  /** Puts only over the version with this ETag, or only where nothing is; false when someone else was first. */
  putIf(name: string, data: string, etag: string | undefined): Promise<boolean>;
  /** Names below a prefix, in S3's order. */
  list(prefix: string): Promise<string[]>;
  remove(names: readonly string[]): Promise<void>;
}

/** What S3 says when a condition does not hold: 412; 409 when another conditional write runs; 404 when the object is gone. */
const LOST = new Set(["PreconditionFailed", "ConditionalRequestConflict", "NoSuchKey"]);
const MOST_REMOVALS = 1000;

/** @param client region, endpoint, time limits and retries are its own */
export function s3Bucket(client: S3Client, bucket: string): Bucket {
  return {
    async get(name) {
      try {
        const { Body, ETag } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: name }));
        return { bytes: await Body!.transformToByteArray(), etag: ETag! };
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    async put(name, data) {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: name, Body: data }));
    },
    async putIf(name, data, etag) {
      const condition = etag === undefined ? { IfNoneMatch: "*" } : { IfMatch: etag };
      try {
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: name,
            Body: data,
            ContentType: "application/json",
            ...condition,
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof S3ServiceException && LOST.has(error.name)) return false;
        throw error;
      }
    },
    async list(prefix) {
      const names: string[] = [];
      let token: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: token }),
        );
        names.push(...(page.Contents ?? []).map(({ Key }) => Key!));
        token = page.NextContinuationToken;
      } while (token !== undefined);
      return names;
    },
    async remove(names) {
      for (let from = 0; from < names.length; from += MOST_REMOVALS) {
        const Objects = names.slice(from, from + MOST_REMOVALS).map((Key) => ({ Key }));
        await client.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }));
      }
    },
  };
}
