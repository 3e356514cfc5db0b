// Small HTTP servers that answer as the three routing services document it, over a made-up road network: one metre a
// micro-degree of latitude and longitude together, ten metres a second, and one place to which no road leads.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Coordinate } from "../../functions/ports/travelMatrix.ts";

export const ISLAND: Coordinate = { latitude: 54.18, longitude: 7.88 };

export function wayBetween(from: Coordinate, to: Coordinate): readonly [number, number] | null {
  const isIsland = (place: Coordinate) => Math.abs(place.latitude - ISLAND.latitude) < 1e-6;
  if (isIsland(from) !== isIsland(to)) return null;
  const metres = 1e6 * (Math.abs(from.latitude - to.latitude) + 2 * Math.max(0, to.longitude - from.longitude));
  return [Math.round(metres * 10) / 10, Math.round(metres) / 10];
}

export interface RoadServer {
  readonly url: string;
  readonly requests: { readonly sources: number; readonly destinations: number }[];
  /** Answers to give before the real ones. */
  readonly faults: ((response: ServerResponse) => void)[];
  close(): Promise<void>;
}

type Answer = (request: IncomingMessage, body: string) => Asked;
interface Asked {
  readonly sources: readonly Coordinate[];
  readonly destinations: readonly Coordinate[];
  readonly refuse?: { readonly status: number; readonly text: string };
  readonly text: () => string;
}

async function serve(answer: Answer): Promise<RoadServer> {
  const requests: RoadServer["requests"] = [];
  const faults: RoadServer["faults"] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const fault = faults.shift();
      if (fault !== undefined) return fault(response);
      const asked = answer(request, body);
      requests.push({ sources: asked.sources.length, destinations: asked.destinations.length });
      response.setHeader("content-type", "application/json");
      if (asked.refuse !== undefined) return response.writeHead(asked.refuse.status).end(asked.refuse.text);
      return response.end(asked.text());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    faults,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

const table = (sources: readonly Coordinate[], destinations: readonly Coordinate[], part: 0 | 1) =>
  sources.map((from) => destinations.map((to) => wayBetween(from, to)?.[part] ?? null));
const lonLat = ([longitude, latitude]: readonly number[]): Coordinate => ({
  latitude: latitude!,
  longitude: longitude!,
});

export function openrouteserviceServer(apiKey: string): Promise<RoadServer> {
  return serve((request, body) => {
    const asked = JSON.parse(body) as { locations: number[][]; sources: number[]; destinations: number[] };
    const pick = (indices: readonly number[]) => indices.map((i) => lonLat(asked.locations[i]!));
    const [sources, destinations] = [pick(asked.sources), pick(asked.destinations)];
    const pairs = sources.length * destinations.length;
    const refuse =
      request.url !== "/v2/matrix/driving-hgv"
        ? { status: 404, text: "no such profile" }
        : request.headers.authorization !== apiKey
          ? { status: 403, text: '{"error":"Access to this API has been disallowed"}' }
          : pairs > 3500
            ? {
                status: 400,
                text: '{"error":{"code":6004,"message":"Search exceeds the limit of 3500 visited nodes."}}',
              }
            : undefined;
    const text = () =>
      JSON.stringify({ distances: table(sources, destinations, 0), durations: table(sources, destinations, 1) });
    return { sources, destinations, text, ...(refuse === undefined ? {} : { refuse }) };
  });
}

export function osrmServer(): Promise<RoadServer> {
  return serve((request) => {
    const url = new URL(request.url!, "http://localhost");
    const places = url.pathname
      .replace("/table/v1/driving/", "")
      .split(";")
      .map((pair) => lonLat(pair.split(",").map(Number)));
    const pick = (name: string) =>
      url.searchParams
        .get(name)!
        .split(";")
        .map((i) => places[Number(i)]!);
    const [sources, destinations] = [pick("sources"), pick("destinations")];
    const refuse =
      places.length > 100
        ? { status: 400, text: '{"code":"TooBig","message":"Too many table coordinates"}' }
        : undefined;
    const text = () =>
      JSON.stringify({
        code: "Ok",
        distances: table(sources, destinations, 0),
        durations: table(sources, destinations, 1),
      });
    return { sources, destinations, text, ...(refuse === undefined ? {} : { refuse }) };
  });
}

export function googleMapsServer(apiKey: string): Promise<RoadServer> {
  return serve((request) => {
    const url = new URL(request.url!, "http://localhost");
    const pick = (name: string) =>
      url.searchParams
        .get(name)!
        .split("|")
        .map((pair) => {
          const [latitude, longitude] = pair.split(",").map(Number);
          return { latitude: latitude!, longitude: longitude! };
        });
    const [sources, destinations] = [pick("origins"), pick("destinations")];
    const element = (from: Coordinate, to: Coordinate) => {
      const way = wayBetween(from, to);
      if (way === null) return { status: "ZERO_RESULTS" };
      return { status: "OK", distance: { value: way[0], text: "" }, duration: { value: way[1], text: "" } };
    };
    const status =
      url.searchParams.get("key") !== apiKey
        ? "REQUEST_DENIED"
        : sources.length * destinations.length > 100
          ? "MAX_ELEMENTS_EXCEEDED"
          : "OK";
    const rows = () => sources.map((from) => ({ elements: destinations.map((to) => element(from, to)) }));
    const text = () =>
      JSON.stringify({
        status,
        rows: status === "OK" ? rows() : [],
        error_message: status === "OK" ? undefined : "see the documentation",
      });
    return { sources, destinations, text };
  });
}
