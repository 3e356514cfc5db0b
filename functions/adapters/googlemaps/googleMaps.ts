/**
 * Google's Distance Matrix API, for those who have a key. For cars: it knows no trucks. The package is optional. Its terms
 * forbid keeping answers, so nothing is remembered.
 */
import type { DistanceMatrixResponse, LatLng, TravelMode } from "@googlemaps/google-maps-services-js";
import type { Coordinate } from "../../ports/travelMatrix.ts";
import { httpFault, readBlock, RoadFault, type RoadService } from "../roads/roadService.ts";

export interface GoogleMapsOptions {
  readonly apiKey: string;
  /** Default: the public service. */
  readonly url?: string;
  readonly timeoutSeconds?: number;
}

const LIMITS = { places: 25, pairs: 100 };
const TIMEOUT_SECONDS = 30;
/** Statuses of an answer that pass: https://developers.google.com/maps/documentation/distance-matrix. */
const PASSING = ["OVER_QUERY_LIMIT", "UNKNOWN_ERROR"];
/** Statuses of a pair that say: no road. */
const NO_WAY = ["ZERO_RESULTS", "NOT_FOUND", "MAX_ROUTE_LENGTH_EXCEEDED"];

export function googleMaps({ apiKey, url, timeoutSeconds = TIMEOUT_SECONDS }: GoogleMapsOptions): RoadService {
  return {
    id: "googlemaps#driving",
    origin: "Straßennetz (Google Maps, Pkw)",
    limits: LIMITS,
    keepDays: 0,
    async block(sources, destinations) {
      const { Client } = await load();
      const request = {
        params: {
          origins: sources.map(latLng),
          destinations: destinations.map(latLng),
          mode: "driving" as TravelMode,
          key: apiKey,
        },
        timeout: 1000 * timeoutSeconds,
        ...(url === undefined ? {} : { url }),
      };
      const answer = await ask(() =>
        new Client({ config: { raxConfig: { retry: 0, noResponseRetries: 0 } } }).distancematrix(request),
      );
      const cells = answer.rows?.map((row) => row.elements.map(wayOf));
      return readBlock(
        "Google Maps",
        cells?.map((row) => row.map((way) => way?.[0] ?? null)),
        cells?.map((row) => row.map((way) => way?.[1] ?? null)),
        sources.length,
        destinations.length,
      );
    },
  };
}

function latLng({ latitude, longitude }: Coordinate): LatLng {
  return { lat: latitude, lng: longitude };
}

async function load() {
  try {
    return await import("@googlemaps/google-maps-services-js");
  } catch {
    throw new RoadFault("the optional package @googlemaps/google-maps-services-js is not installed", false);
  }
}

type Answer = DistanceMatrixResponse["data"];

async function ask(send: () => Promise<DistanceMatrixResponse>): Promise<Answer> {
  const { data } = await send().catch((error: unknown) => {
    const { response, message } = error as {
      response?: { status: number; headers: Record<string, string> };
      message: string;
    };
    // The message of a failed request may hold its address, and that the key.
    if (response === undefined) throw new RoadFault(`Google Maps does not answer: ${message.split("?")[0]!}`, true);
    throw httpFault("Google Maps", response.status, response.headers["retry-after"] ?? null);
  });
  const { status, error_message: detail } = data;
  if (status === "OK") return data;
  throw new RoadFault(`Google Maps answered ${status}${detail ? `: ${detail}` : ""}`, PASSING.includes(status));
}

function wayOf(element: Answer["rows"][number]["elements"][number]): readonly [number, number] | null {
  if (element.status === "OK") return [element.distance.value, element.duration.value];
  if (NO_WAY.includes(element.status)) return null;
  throw new RoadFault(`Google Maps answered ${element.status} for a pair of places`, false);
}
