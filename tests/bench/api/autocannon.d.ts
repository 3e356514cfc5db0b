/** What the bench uses of autocannon 9, which brings no types. */
declare module "autocannon" {
  interface Request {
    method: string;
    path: string;
    headers: Record<string, string>;
    body: string;
  }
  interface Options {
    url: string;
    connections: number;
    duration: number;
    overallRate: number;
    timeout: number;
    requests: {
      method: string;
      path: string;
      setupRequest(request: Request): Request;
      onResponse(status: number, body: string): void;
    }[];
  }
  /** Milliseconds; corrected for coordinated omission where a rate is given. */
  interface Result {
    latency: { p50: number; p90: number; p99: number; p99_9: number; max: number };
    requests: { average: number; total: number; sent: number };
    errors: number;
    timeouts: number;
    non2xx: number;
    duration: number;
  }
  export default function autocannon(options: Options): Promise<Result>;
}
