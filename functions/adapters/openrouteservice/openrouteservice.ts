/** openrouteservice: matrices for heavy trucks (profile driving-hgv), by the service itself or a server of one's own. */
import Openrouteservice from "openrouteservice-js";
import type { Coordinate } from "../../ports/travelMatrix.ts";
import { httpFault, readBlock, RoadFault, type RoadService } from "../roads/roadService.ts";

export interface OpenrouteserviceOptions {
  /** Empty for a server of one's own that asks for none. */
  readonly apiKey: string;
  /** Default: the public service. */
  readonly host?: string;
  /** Default: driving-hgv. */
  readonly profile?: string;
  readonly timeoutSeconds?: number;
}

/** The public service takes 3,500 pairs a request. */
const LIMITS = { places: 3_500, pairs: 3_500 };
const KEEP_DAYS = 180;
const TIMEOUT_SECONDS = 60;

interface Answer {
  readonly distances?: unknown;
  readonly durations?: unknown;
}

export function openrouteservice(options: OpenrouteserviceOptions): RoadService {
  const { apiKey, host, profile = "driving-hgv", timeoutSeconds = TIMEOUT_SECONDS } = options;
  return {
    id: `openrouteservice#${host ?? "public"}#${profile}`,
    origin: `Straßennetz (openrouteservice, ${profile})`,
    limits: LIMITS,
    keepDays: KEEP_DAYS,
    async block(sources, destinations) {
      const matrix = new Openrouteservice.Matrix({
        api_key: apiKey,
        timeout: 1000 * timeoutSeconds,
        ...(host === undefined ? {} : { host }),
      });
      const answer = await ask(() =>
        matrix.calculate({
          locations: [...sources, ...destinations].map(lonLat),
          sources: sources.map((_, i) => i),
          destinations: destinations.map((_, i) => sources.length + i),
          profile,
          metrics: ["distance", "duration"],
        }),
      );
      return readBlock("openrouteservice", answer.distances, answer.durations, sources.length, destinations.length);
    },
  };
}

function lonLat({ latitude, longitude }: Coordinate): [number, number] {
  return [longitude, latitude];
}

async function ask(calculate: () => Promise<unknown>): Promise<Answer> {
  try {
    return (await calculate()) as Answer;
  } catch (error) {
    const { status, response, message } = error as { status?: number; response?: Response; message: string };
    if (status === undefined) throw new RoadFault(`openrouteservice does not answer: ${message}`, true);
    const detail = await response?.text().catch(() => "");
    throw httpFault("openrouteservice", status, response?.headers.get("retry-after") ?? null, detail);
  }
}
