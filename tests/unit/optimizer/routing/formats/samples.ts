/** One tiny file of every format, made by hand. Customers on a line: 1 at 3, 2 at 7 beyond the depot at 0. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../../house/sourceFiles.ts";

const NODES = `NODE_COORD_SECTION
1 0 0
2 3 0
3 7 0
DEMAND_SECTION
1 0
2 4
3 5
DEPOT_SECTION
1
-1
EOF
`;

export const CVRP = `NAME : line
TYPE : CVRP
DIMENSION : 3
EDGE_WEIGHT_TYPE : EUC_2D
CAPACITY : 10
${NODES}`;

export const LONGEST = CVRP.replace("CAPACITY : 10", "CAPACITY : 10\nDISTANCE : 20\nSERVICE_TIME : 1");

export const FLEET = CVRP.replace("CAPACITY : 10", "VEHICLES : 2").replace(
  "DEPOT_SECTION",
  `CAPACITY_SECTION
1 4
2 9
VEHICLES_FIXED_COST_SECTION
1 100
2 500
VEHICLES_UNIT_DISTANCE_COST_SECTION
1 100
2 100
DEPOT_SECTION`,
);

/** Two depots at 0 and 10, one vehicle each. */
export const CORDEAU = `2 1 2 2
0 10
0 10
1 3 0 0 4 1 2 1 2
2 7 0 0 5 1 2 1 2
3 0 0 0 0 0 0
4 10 0 0 0 0 0
`;

/** Three customers by hand: the two of the line, and the windows of a day of 100. */
export const SOLOMON = `line

VEHICLE
NUMBER     CAPACITY
  2          10

CUSTOMER
CUST NO.  XCOORD.  YCOORD.  DEMAND  READY TIME  DUE DATE  SERVICE TIME

    0      0        0        0       0           100       0
    1      3        0        4       0           50        1
    2      7        0        5       20          90        1
`;

export const TRIPS = `NAME: line
TYPE: MTVRPTWR
EDGE_WEIGHT_TYPE: EUC_2D
DIMENSION: 3
VEHICLES: 1
CAPACITY: 5
SERVICE_TIME: 1
${NODES.replace(
  "DEPOT_SECTION",
  `TIME_WINDOW_SECTION
1 0 100
2 0 90
3 0 90
RELEASE_TIME_SECTION
1 0
2 0
3 30
DEPOT_SECTION`,
)}`;

/** One stop at 3 feet, the landfill at 1 foot, lunch of an hour. */
export const KIM = `10.0
20.0
5
3600
40
Stop_ID X(feet) Y(feet) Early_St_Time (HHMM) Late_St_Time (HHMM) Svice_Time(Sec) Load (Yards) Stop_Type
0 0 0 0400 1500 0 9999 0
1 1 0 0000 2400 60 9999 2
2 3 0 0700 1000 30 4 1
`;

const own = readFileSync(join(ROOT, "examples/routing/two-days.json"), "utf8");

export const PVRPIF = JSON.stringify({
  type: "FeatureCollection",
  info: { numVehicles: 1, maxDuration: 100, maxCapacity: 10, planningHorizon: 2 },
  features: [
    { properties: { id: 0, type: "depot", frequency: 0, demand: 0, service: 0 } },
    { properties: { id: 1, type: "customer", frequency: 1, demand: 4, service: 1 } },
    { properties: { id: 2, type: "customer", frequency: 2, demand: 5, service: 1 } },
    { properties: { id: 3, type: "intermediateFacility", frequency: 0, demand: 0, service: 0 } },
  ],
  duration: [0, 3, 7, 1].map((from) => [0, 3, 7, 1].map((to) => Math.abs(from - to))),
});

export const SAMPLES: readonly { readonly format: string; readonly text: string }[] = [
  { format: "CVRP (VRPLIB)", text: CVRP },
  { format: "CVRP with longest routes (VRPLIB)", text: LONGEST },
  { format: "HFVRP (VRPLIB)", text: FLEET },
  { format: "multi-trip VRPTW with releases (VRPLIB)", text: TRIPS },
  { format: "VRPTW (Solomon)", text: SOLOMON },
  { format: "MDVRP (Cordeau)", text: CORDEAU },
  { format: "periodic waste collection with facilities (pvrpif)", text: PVRPIF },
  { format: "waste collection with landfills and lunch (Kim)", text: KIM },
  { format: "routing problem (JSON)", text: own },
];
