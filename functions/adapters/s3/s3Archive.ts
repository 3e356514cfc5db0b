/**
 * An archive in a bucket under Object Lock, whose default retention locks whatever is put. One call, and the right to put is all
 * that it needs: a name that is taken is refused by S3 (If-None-Match).
 */
import { PutObjectCommand, type S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import type { Archive } from "../../ports/archive.ts";
import { assertKey } from "./layout.ts";

/** @param prefix of the bucket's names, with its slash */
export function s3Archive(client: S3Client, bucket: string, prefix: string): Archive {
  return {
    async keep(name, data) {
      assertKey(name);
      try {
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: prefix + name,
            Body: data,
            ContentType: "application/json",
            IfNoneMatch: "*",
            // Object Lock takes no object without one.
            ChecksumAlgorithm: "SHA256",
          }),
        );
        return "kept";
      } catch (error) {
        // A retry of the client's own may meet what its first request has put.
        if (error instanceof S3ServiceException && error.name === "PreconditionFailed") return "known";
        throw error;
      }
    },
  };
}
