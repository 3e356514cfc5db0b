/**
 * The network that a request comes from: enough to hold one caller's tries apart from another's, and less than an address. As
 * infra/edge/sessionToBearer.js does it in the cloud; under the same header, which callers cannot set themselves.
 */
import type { IncomingMessage } from "node:http";
import { isIPv4, isIPv6 } from "node:net";

export const NETWORK_HEADER = "x-viewer-network";

/** The first three bytes of an IPv4 address, six of an IPv6 one; empty for what is none. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (isIPv4(plain)) return `${plain.split(".").slice(0, 3).join(".")}.0/24`;
  if (!isIPv6(plain)) return "";
  const [head = "", tail] = plain.split("%")[0]!.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => "0");
  const groups = [...left, ...zeros, ...right].slice(0, 3);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/48`;
}

/**
 * A proxy on this machine, or the one that `PUBLIC_URL` speaks of, names whom it speaks for, last in `X-Forwarded-For`; nobody else is
 * believed.
 */
export function viewerNetwork(request: IncomingMessage, proxied: boolean): string {
  const peer = request.socket.remoteAddress ?? "";
  const told = request.headersDistinct["x-forwarded-for"]?.join(",").split(",").at(-1)?.trim();
  const local = peer === "::1" || networkOf(peer).startsWith("127.");
  return networkOf(told !== undefined && (local || proxied) ? told : peer);
}
