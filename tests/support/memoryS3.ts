/** A small S3 in memory behind aws-sdk-client-mock: objects with ETags, conditional writes, pages of few names. */
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  type GetObjectCommandOutput,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { mockClient } from "aws-sdk-client-mock";

export type Operation = "get" | "put" | "list" | "remove";
/** Called before an operation takes effect (or, as `after`, once it has); what it throws is what the caller sees. */
export type Fault = (operation: Operation, name: string, moment: "before" | "after") => void;

const NAMES_A_PAGE = 3;
const COMMANDS: Readonly<Record<Operation, string>> = {
  get: "GetObjectCommand",
  put: "PutObjectCommand",
  list: "ListObjectsV2Command",
  remove: "DeleteObjectsCommand",
};
const meta = { $metadata: {} };

export class MemoryS3 {
  readonly objects = new Map<string, { readonly bytes: Uint8Array; readonly etag: string }>();
  readonly client = new S3Client({ region: "eu-central-1" });
  fault: Fault = () => undefined;
  private writes = 0;
  private readonly sent: [command: string, input: unknown][] = [];

  constructor() {
    const calls = mockClient(this.client);
    const around =
      <I, O>(operation: Operation, nameOf: (input: I) => string, act: (input: I) => O) =>
      (input: I): O => {
        this.sent.push([COMMANDS[operation], input]);
        this.fault(operation, nameOf(input), "before");
        const output = act(input);
        this.fault(operation, nameOf(input), "after");
        return output;
      };
    calls.on(PutObjectCommand).callsFake(
      around(
        "put",
        ({ Key }: PutObjectCommandInput) => Key!,
        (input) => this.put(input),
      ),
    );
    calls.on(GetObjectCommand).callsFake(
      around(
        "get",
        ({ Key }: { Key?: string }) => Key!,
        (input) => this.get(input.Key!),
      ),
    );
    calls.on(ListObjectsV2Command).callsFake(
      around(
        "list",
        (input: { Prefix?: string }) => input.Prefix ?? "",
        (input: { Prefix?: string; ContinuationToken?: string }) =>
          this.list(input.Prefix ?? "", input.ContinuationToken),
      ),
    );
    calls.on(DeleteObjectsCommand).callsFake(
      around(
        "remove",
        () => "",
        ({ Delete }: { Delete: { Objects: { Key: string }[] } }) => {
          for (const { Key } of Delete.Objects) this.objects.delete(Key);
          return {};
        },
      ),
    );
  }

  /** Commands so far, as the client sent them. */
  calls(): readonly [command: string, input: unknown][] {
    return this.sent;
  }

  private put({ Key, Body, IfMatch, IfNoneMatch }: PutObjectCommandInput): { ETag: string } {
    const now = this.objects.get(Key!);
    if (IfMatch !== undefined && now === undefined) throw new NoSuchKey({ ...meta, message: "gone" });
    if ((IfMatch !== undefined && now?.etag !== IfMatch) || (IfNoneMatch === "*" && now !== undefined))
      throw s3Fault("PreconditionFailed");
    const etag = `"${++this.writes}"`;
    this.objects.set(Key!, { bytes: Buffer.from(Body as Uint8Array | string), etag });
    return { ETag: etag };
  }

  private get(key: string): Partial<GetObjectCommandOutput> {
    const found = this.objects.get(key);
    if (found === undefined) throw new NoSuchKey({ ...meta, message: "The specified key does not exist." });
    const Body = { transformToByteArray: () => Promise.resolve(new Uint8Array(found.bytes)) };
    return { Body: Body as unknown as NonNullable<GetObjectCommandOutput["Body"]>, ETag: found.etag };
  }

  private list(prefix: string, after = "") {
    const names = [...this.objects.keys()].filter((name) => name.startsWith(prefix)).sort();
    const rest = names.filter((name) => name > after);
    const page = rest.slice(0, NAMES_A_PAGE);
    const more = rest.length > page.length;
    return { Contents: page.map((Key) => ({ Key })), ...(more ? { NextContinuationToken: page.at(-1) } : {}) };
  }
}

export const s3Fault = (name: string): S3ServiceException =>
  new S3ServiceException({ ...meta, name, message: name, $fault: "client" });
