/** Where the handbook lies. In the bundle it lies beside the function, and this file says so (infra/bundling/handbook.ts). */
export const DOCS = new URL("../../docs/", import.meta.url);
