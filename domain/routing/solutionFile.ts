/** The project's own file of a routing solution, in the ids of the problem; clock times are seconds after local midnight. */
import * as z from "zod";

export const SOLUTION_FORMAT = "gruenverbund-routing-solution/1";

const whole = z.number().int();

/** Container type to number. */
const Empties = z.record(z.string(), whole.min(0));

const Costs = z
  .strictObject({ fixed: whole, distance: whole, toll: whole, time: whole, overtime: whole, gate: whole })
  .describe("the lines of the cost in cents, each rounded once a route");

const Stop = z.strictObject({
  kind: z.enum(["client", "facility", "break", "return", "yard"]),
  id: z.string().optional().describe("of the client (also of a return), the facility or the yard; a break has none"),
  arrivalSeconds: z.number(),
  startSeconds: z.number(),
  departureSeconds: z.number(),
  empties: Empties.optional().describe("after a yard: empty containers on board, by type"),
  removalGainCents: whole.nullable().optional().describe("what the stop costs the tour; null: it cannot be left out"),
});

export const RoutingSolutionFile = z
  .strictObject({
    format: z.literal(SOLUTION_FORMAT),
    name: z.string(),
    seed: whole,
    iterations: whole,
    routeCostCents: whole,
    deviationCents: whole.optional().describe("what leaving the published plan costs; absent where nothing is"),
    objectiveCents: whole.describe("the routes, the prizes of the unserved, and leaving the published plan"),
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
        costs: Costs.optional(),
        startEmpties: Empties.optional().describe("empty containers on board at the start, by type"),
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
