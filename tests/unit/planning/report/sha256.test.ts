import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { sha256Base64 } from "../../../../planning/report/sha256.ts";

test("digests agree with Node's on every length around the block size", () => {
  for (const text of [...Array.from({ length: 130 }, (_, length) => "x".repeat(length)), "Überherrn €".repeat(5000)]) {
    expect(sha256Base64(text)).toBe(createHash("sha256").update(text).digest("base64"));
  }
});
