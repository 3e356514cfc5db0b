/** The project's own file of a routing solution, in the ids of the problem; clock times are seconds after local midnight. */
import * as z from "zod";

export const SOLUTION_FORMAT = "gruenverbund-routing-solution/1";

const whole = z.number().int();

const Stop = z.strictObject({
  kind: z.enum(["client", "facility", "break", "return", "yard"]),
  id: z.string().optional().describe("of the client (also of a return) or the facility; breaks and yards have none"),
  arrivalSeconds: z.number(),
  startSeconds: z.number(),
  departureSeconds: z.number(),
  removalGainCents: whole.nullable().optional().describe("what the stop costs the tour; null: it cannot be left out"),
});

export const RoutingSolutionFile = z
  .strictObject({
    format: z.literal(SOLUTION_FORMAT),
    name: z.string(),
    seed: whole,
    iterations: whole,
    routeCostCents: whole,
    objectiveCents: whole.describe("the routes and the prizes of the unserved"),
    feasible: z.boolean().describe("every client that must be served is"),
    routes: z.array(
      z.strictObject({
        vehicle: z.string(),
        day: whole,
        departureSeconds: z.number(),
        arrivalSeconds: z.number(),
        distanceMetres: z.number(),
        drivingSeconds: z.number(),
        durationSeconds: z.number(),
        costCents: whole,
        stops: z.array(Stop),
      }),
    ),
    unserved: z.array(
      z.strictObject({
        client: z.string(),
        code: z.string().describe("price, or the limit that keeps it out"),
        limit: z.number().nullable().describe("null: it must be served, whatever the price"),
        needed: z.number(),
        unit: z.string(),
        insertions: z
          .array(z.strictObject({ vehicle: z.string(), day: whole, position: whole, priceCents: z.number() }))
          .describe("its cheapest insertion, one per visit"),
      }),
    ),
  })
  .describe("A routing solution, see docs/route.md");
export type RoutingSolutionFile = z.infer<typeof RoutingSolutionFile>;
