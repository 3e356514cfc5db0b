import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/bench/**", "node_modules/**"],
    pool: "forks",
    maxWorkers: 2,
    // Files follow each other in one process, with what is loaded and compiled: half of the time (53 files of tests/unit in one
    // sitting: 58 and 26 s). So a file puts back what it changes of the process, and counts from what it finds.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
