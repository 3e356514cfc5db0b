"""PyVRP on one VRPLIB file: prints the routes as JSON. Usage: pyvrp_run.py FILE SECONDS SEED."""

import json
import sys
import time

from pyvrp import read, solve


class MaxCpuTime:
    """Stops after this many CPU seconds of the process, so that a busy machine does not change what is measured."""

    def __init__(self, seconds):
        self.end = time.process_time() + seconds

    def __call__(self, *_):
        return time.process_time() >= self.end


file, seconds, seed = sys.argv[1], float(sys.argv[2]), int(sys.argv[3])
data = read(file, round_func="round")
result = solve(data, stop=MaxCpuTime(seconds), seed=seed, display=False)
if not result.is_feasible():
    print(json.dumps({"feasible": False}))
    sys.exit()
# Clients count from 0 apart from the depots; customers of a .sol file from 1.
routes = [[stop.idx + 1 for stop in route if stop.is_client()] for route in result.best.routes()]
print(json.dumps({"feasible": True, "iterations": result.num_iterations, "routes": routes}))
