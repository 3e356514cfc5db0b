/**
 * Where things lie in the bucket. A key that was put alone is one object under `objects/`. What was put together lies under
 * `generations/` and is named by the manifest of its scope, the one object whose change makes the put visible.
 */

/**
 * The folder whose manifest a key belongs to, with its trailing slash; "" for the root. What must become visible together
 * lies in one scope; scopes never wait for each other. Of a prefix: the scope of every key below it that is not in a scope further down.
 */
export type ScopeOf = (key: string) => string;

/** A region's tables are one scope, and so is each run of a week; what else a region has is a third. Photos go by days. */
const REGION_SCOPES = [
  /^regions\/[^/]+\/weeks\/[^/]+\/runs\/[^/]+\//,
  /^regions\/[^/]+\/master\//,
  /^regions\/[^/]+\//,
  /^photos\/[^/]+\/[^/]+\//,
];

export const regionScopes: ScopeOf = (key) => {
  for (const scope of REGION_SCOPES) {
    const found = scope.exec(key);
    if (found !== null) return found[0];
  }
  return "";
};

export const objectOf = (key: string): string => `objects/${key}`;
export const manifestOf = (scope: string): string => `manifests/${scope}manifest.json`;
export const generationOf = (id: string, key: string): string => `generations/${id}/${key}`;

/** @throws RangeError on anything but a relative path with forward slashes whose parts are ordinary names */
export function assertKey(key: string): void {
  const strange = key.split("/").some((part) => part === "" || part === "." || part === "..");
  if (strange || /[\\\0]/.test(key) || /^[A-Za-z]:/.test(key) || Buffer.byteLength(key) > MOST_KEY_BYTES)
    throw new RangeError(`not a key: ${JSON.stringify(key)}`);
}

/** S3 takes 1,024 bytes, of which a generation's prefix needs 49. */
const MOST_KEY_BYTES = 900;
