import { S3Client } from "@aws-sdk/client-s3";
import { regionScopes } from "../../functions/adapters/s3/layout.ts";
import { s3Blobs } from "../../functions/adapters/s3/s3Blobs.ts";
import { patience, required } from "./environment.ts";

export const openBlobs = () => s3Blobs(new S3Client(patience(4, 3)), required("BUCKET"), regionScopes);
