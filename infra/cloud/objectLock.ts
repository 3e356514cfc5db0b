import { S3Client } from "@aws-sdk/client-s3";
import { s3Archive } from "../../functions/adapters/s3/s3Archive.ts";
import { patience, required } from "./environment.ts";

/** The deployment grants putting below this prefix and nothing else (grants.ts). */
export const openArchive = () =>
  s3Archive(new S3Client(patience(4, 3)), required("ARCHIVE"), required("ARCHIVE_PREFIX"));
