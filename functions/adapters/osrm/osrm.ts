/** An OSRM server's table service: https://project-osrm.org/docs/v5.24.0/api/#table-service. */
import type { Coordinate } from "../../ports/travelMatrix.ts";
import { httpFault, readBlock, RoadFault, type RoadService } from "../roads/roadService.ts";

export interface OsrmOptions {
  /** For example http://localhost:5000. */
  readonly host: string;
  /** What the server's data were prepared for. Default: driving. */
  readonly profile?: string;
  /** `--max-table-size` of the server. Default: 100 places, sources and destinations together. */
  readonly mostPlaces?: number;
  readonly timeoutSeconds?: number;
}

const MOST_PLACES = 100;
const KEEP_DAYS = 180;
const TIMEOUT_SECONDS = 60;

export function osrm({ host, profile = "driving", mostPlaces = MOST_PLACES, ...rest }: OsrmOptions): RoadService {
  const side = Math.floor(mostPlaces / 2);
  return {
    id: `osrm#${host}#${profile}`,
    origin: `Straßennetz (OSRM, ${profile})`,
    limits: { places: side, pairs: side * side },
    keepDays: KEEP_DAYS,
    async block(sources, destinations) {
      const list = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i).join(";");
      const query = new URLSearchParams({
        sources: list(0, sources.length),
        destinations: list(sources.length, destinations.length),
        annotations: "distance,duration",
      });
      const places = [...sources, ...destinations].map(lonLat).join(";");
      const url = `${host}/table/v1/${profile}/${places}?${query}`;
      const answer = await ask(url, rest.timeoutSeconds ?? TIMEOUT_SECONDS);
      return readBlock("OSRM", answer["distances"], answer["durations"], sources.length, destinations.length);
    },
  };
}

function lonLat({ latitude, longitude }: Coordinate): string {
  return `${longitude},${latitude}`;
}

async function ask(url: string, timeoutSeconds: number): Promise<Record<string, unknown>> {
  const response = await fetch(url, { signal: AbortSignal.timeout(1000 * timeoutSeconds) }).catch((error: Error) => {
    throw new RoadFault(`OSRM does not answer: ${error.message}`, true);
  });
  const text = await response.text();
  if (!response.ok) throw httpFault("OSRM", response.status, response.headers.get("retry-after"), text);
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new RoadFault(`OSRM did not answer with JSON: ${text.slice(0, 100)}`, false);
  }
}
