/**
 * Runs in CloudFront before the API: the pages' cookie counts as a token where nothing is written, so that links to files work.
 * As the gateway of one machine does it (local/gateway/gateway.ts). A form of someone else's page cannot write by it.
 *
 * And names the network of the caller, shortened, over whatever the caller says of it (local/gateway/network.ts).
 */
function networkOf(address) {
  if (address.indexOf(":") < 0) return `${address.split(".").slice(0, 3).join(".")}.0/24`;
  const halves = address.split("::");
  const left = halves[0] === "" ? [] : halves[0].split(":");
  const right = halves.length < 2 || halves[1] === "" ? [] : halves[1].split(":");
  const zeros = halves.length < 2 ? [] : new Array(8 - left.length - right.length).fill("0");
  const groups = left.concat(zeros, right).slice(0, 3);
  return `${groups.map((group) => parseInt(group, 16).toString(16)).join(":")}::/48`;
}

function handler(event) {
  const request = event.request;
  request.headers["x-viewer-network"] = { value: networkOf(event.viewer.ip) };
  const session = request.cookies["__Host-gv_session"];
  const reads = request.method === "GET" || request.method === "HEAD";
  if (reads && session && !request.headers.authorization && request.uri.startsWith("/api/"))
    request.headers.authorization = { value: `Bearer ${session.value}` };
  return request;
}
