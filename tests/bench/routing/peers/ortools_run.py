"""OR-Tools' routing library on one VRPLIB CVRP file: prints the routes as JSON. Usage: ortools_run.py FILE SECONDS SEED (it knows no seed)."""

import json
import math
import sys
import time

from ortools.constraint_solver import pywrapcp, routing_enums_pb2

file, seconds = sys.argv[1], float(sys.argv[2])
headers, sections, section = {}, {}, None
for line in open(file):
    line = line.strip()
    if line in ("", "EOF"):
        continue
    if ":" in line and not line[0].isdigit():
        key, value = line.split(":", 1)
        headers[key.strip()] = value.strip()
    elif line.endswith("_SECTION"):
        section = sections.setdefault(line, [])
    else:
        section.append([float(word) for word in line.split()])
points = [(x, y) for _, x, y in sections["NODE_COORD_SECTION"]]
demand = [int(d) for _, d in sections["DEMAND_SECTION"]]
capacity = int(headers["CAPACITY"])
distance = [[int(math.floor(math.dist(a, b) + 0.5)) for b in points] for a in points]
fleet = min(len(points) - 1, math.ceil(1.5 * sum(demand) / capacity) + 5)

manager = pywrapcp.RoutingIndexManager(len(points), fleet, 0)
routing = pywrapcp.RoutingModel(manager)
transit = routing.RegisterTransitMatrix(distance)
routing.SetArcCostEvaluatorOfAllVehicles(transit)
load = routing.RegisterUnaryTransitVector(demand)
routing.AddDimension(load, 0, capacity, True, "load")
parameters = pywrapcp.DefaultRoutingSearchParameters()
parameters.first_solution_strategy = routing_enums_pb2.FirstSolutionStrategy.SAVINGS
parameters.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
# CPU time, so that a busy machine does not change what is measured; the clock only guards against a standstill.
parameters.time_limit.FromMilliseconds(int(20_000 * seconds))
end = time.process_time() + seconds
routing.AddSearchMonitor(routing.solver().CustomLimit(lambda: time.process_time() >= end))
solution = routing.SolveWithParameters(parameters)
if solution is None:
    print(json.dumps({"feasible": False}))
    sys.exit()
routes = []
for vehicle in range(fleet):
    index, route = routing.Start(vehicle), []
    while not routing.IsEnd(index):
        node = manager.IndexToNode(index)
        if node > 0:
            route.append(node)
        index = solution.Value(routing.NextVar(index))
    if route:
        routes.append(route)
print(json.dumps({"feasible": True, "iterations": 0, "routes": routes}))
