/**
 * Runs in CloudFront before the API: the pages' cookie counts as a token where nothing is written, so that links to files work.
 * As the gateway of one machine does it (local/gateway/gateway.ts). A form of someone else's page cannot write by it.
 */
function handler(event) {
  const request = event.request;
  const session = request.cookies["__Host-gv_session"];
  const reads = request.method === "GET" || request.method === "HEAD";
  if (reads && session && !request.headers.authorization && request.uri.startsWith("/api/"))
    request.headers.authorization = { value: `Bearer ${session.value}` };
  return request;
}
