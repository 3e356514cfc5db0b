/**
 * The project's own file of a routing problem. Everything has an id, every amount its unit in its name; clock times are
 * seconds after local midnight. What a list of days is missing holds on every day.
 */
import * as z from "zod";
import { Id } from "../region/common.ts";

export const PROBLEM_FORMAT = "gruenverbund-routing-problem/1";

const amount = z.number().min(0);
const Window = z
  .strictObject({ earliestSeconds: z.number(), latestSeconds: z.number() })
  .refine((window) => window.earliestSeconds <= window.latestSeconds, "the window ends before it begins");

/** One list of windows a day; an empty list closes the day. Without it: open around the clock. */
const windows = z.array(z.array(Window)).optional();
const dailyWindows = z.array(Window).optional();
/** Load dimension to amount; what is not named is 0. */
const Amounts = z.record(z.string(), amount);
const day = z.number().int().min(0);
const matrix = z.array(z.array(amount));
const slots = z.number().int();

const Job = z
  .strictObject({
    kind: z.enum(["emptyAndReturn", "swap", "pickUp", "deliver"]),
    containerType: Id,
    returnSeconds: amount.optional().describe("of emptyAndReturn: setting the emptied container down again"),
  })
  .describe("what is done with a container; the load is what is in it");

const Lunch = z
  .strictObject({ earliestSeconds: z.number(), latestSeconds: z.number(), seconds: amount })
  .refine((lunch) => lunch.earliestSeconds <= lunch.latestSeconds, "lunch must begin before its time is over")
  .describe("a break that begins in between; a vehicle back before or leaving after needs none");

export const RoutingProblemFile = z
  .strictObject({
    $schema: z.string().optional(),
    format: z.literal(PROBLEM_FORMAT),
    name: z.string().min(1),
    days: z.number().int().min(1).describe("length of the horizon"),
    dimensions: z.array(z.string().min(1)).min(1).describe("names of the load dimensions, for example kg and litres"),
    locations: z
      .array(
        z.strictObject({
          id: Id,
          latitude: z.number().min(-90).max(90).optional(),
          longitude: z.number().min(-180).max(180).optional(),
        }),
      )
      .min(1),
    profiles: z
      .array(
        z.union([
          z.strictObject({
            id: Id,
            distanceMetres: matrix.describe("row: from, column: to, in the order of the locations"),
            durationSeconds: matrix,
            tollMetres: matrix.optional(),
          }),
          z
            .strictObject({ id: Id, detourFactor: z.number().min(1), speedKmh: z.number().positive() })
            .describe("great circle times the detour factor; needs the coordinates of all locations"),
        ]),
      )
      .min(1)
      .describe("travel by kind of vehicle"),
    clients: z.array(
      z.strictObject({
        id: Id,
        location: Id,
        load: Amounts.default({}),
        serviceSeconds: amount.default(0),
        windows,
        dailyWindows,
        capabilities: z.array(Id).default([]).describe("what the vehicle must be able to do"),
        material: z.string().default("").describe("only equal materials share a trip"),
        facilities: z
          .array(Id)
          .default([])
          .describe("where the load may be tipped; none: it stays on board to the end of the route"),
        daySets: z
          .array(z.array(day))
          .optional()
          .describe("visited on all days of one of them; without it, once on any day"),
        releaseSeconds: amount.optional().describe("the trip that serves it leaves not earlier"),
        after: z.array(Id).optional().describe("clients that must be served before"),
        restsDriver: z.boolean().optional().describe("others load: the service counts as a break"),
        lock: z.strictObject({ vehicle: Id.optional(), day: day.optional() }).optional(),
        published: z
          .strictObject({
            visits: z.array(z.strictObject({ vehicle: Id, day })),
            deviationCents: z.number().int().min(0),
          })
          .optional()
          .describe("where the published plan serves it, and what moving each visit costs"),
        job: Job.optional(),
        prizeCents: z
          .number()
          .int()
          .min(0)
          .nullable()
          .default(null)
          .describe("cost of leaving it out; null: it must be served"),
      }),
    ),
    facilities: z
      .array(
        z.strictObject({
          id: Id,
          location: Id,
          unloadSeconds: amount.default(0),
          windows,
          dailyWindows,
          capacityPerDay: amount.nullable().default(null).describe("in the first dimension; null: unlimited"),
          restsDriver: z.boolean().optional(),
          accepts: z.array(z.string()).optional().describe("materials; without it, all"),
          gatePrices: z
            .array(z.strictObject({ material: z.string(), dimension: z.string(), centsPerUnit: amount }))
            .default([]),
        }),
      )
      .default([]),
    containerTypes: z
      .array(z.strictObject({ id: Id, slots: slots.min(1).describe("places on a vehicle, full or empty") }))
      .optional()
      .describe("containers of one type stand in for each other"),
    yards: z
      .array(
        z.strictObject({
          id: Id,
          location: Id,
          serviceSeconds: amount.default(0).describe("a visit, however many containers are taken or left"),
          windows,
          dailyWindows,
          sparesPerDay: z
            .record(z.string(), z.number().int().min(0).nullable())
            .default({})
            .describe("empty containers to take on a day, by type; null: unlimited; a type not named: none"),
        }),
      )
      .optional()
      .describe("depots of empty containers"),
    vehicles: z
      .array(
        z.strictObject({
          id: Id,
          start: Id,
          end: Id.optional().describe("default: the start"),
          shifts: z.array(Window.nullable()).optional().describe("one a day; null is a day off"),
          dailyShift: Window.optional(),
          capacity: Amounts.describe("one limit per dimension; what is not named is 0"),
          capabilities: z.array(Id).default([]),
          profile: Id.optional().describe("default: the first"),
          fixedCents: amount.default(0).describe("per route"),
          centsPerKm: amount.default(0),
          centsPerHour: amount.default(0),
          maxDrivingSeconds: amount.nullable().default(null),
          breakRule: z
            .strictObject({
              drivingSeconds: amount,
              breakSeconds: amount,
              split: z.tuple([amount, amount]).optional().describe("EU 561/2006: 900 and 1800"),
            })
            .nullable()
            .default(null),
          tollCentsPerKm: amount.optional(),
          tollShare: z.number().min(0).max(1).optional(),
          normalSeconds: amount.optional(),
          overtimeCentsPerHour: amount.optional(),
          maxDurationSeconds: amount.optional(),
          maxDistanceMetres: amount.optional(),
          slots: slots.min(0).optional().describe("containers carried: 1 on the hook, 2 with a trailer; default 0"),
          lunch: Lunch.optional(),
          maxStops: z.number().int().min(1).optional(),
          maxLoadPerDay: amount.optional().describe("of all trips of a route, in the first dimension"),
        }),
      )
      .min(1),
    frozenRoutes: z.array(z.strictObject({ vehicle: Id, day, clients: z.array(Id) })).optional(),
    orderLocks: z
      .array(z.array(Id))
      .optional()
      .describe("lists of clients; those on one route are visited in the order of the list"),
  })
  .describe("A routing problem, see docs/route.md");
export type RoutingProblemFile = z.infer<typeof RoutingProblemFile>;
