import js from "@eslint/js";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

// The mathematics gives the same result for the same input on any machine: neither chance, nor clock, nor surroundings.
const unrepeatable = [
  { object: "Math", property: "random", message: "Randomness comes only from the seeded generator that is passed in." },
  { object: "Date", property: "now", message: "Time comes only from the Clock that is passed in." },
  { object: "performance", property: "now", message: "Time comes only from the Clock that is passed in." },
];
const clockReadings = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "new Date() reads the clock; time comes only from the Clock that is passed in.",
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: "Date() reads the clock; time comes only from the Clock that is passed in.",
  },
];
const surroundings = [
  { name: "process", message: "The pure core knows no environment; pass the value in." },
  { name: "fetch", message: "The pure core does no I/O; pass the data in." },
];

const IN_BROWSERS =
  "AbortController addEventListener caches clearTimeout clients crypto document CustomEvent DOMParser fetch FormData indexedDB L location matchMedia navigator setTimeout skipWaiting URLSearchParams window";
const readonly = (names) => Object.fromEntries(names.split(" ").map((name) => [name, "readonly"]));

export default defineConfig(
  { ignores: ["node_modules/", "cdk.out/", "coverage/", "plans/", ".data/", "tests/bench/results/"] },
  js.configs.recommended,
  {
    files: ["**/*.{js,mjs}"],
    languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly" } },
  },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  // CloudFront calls the file's `handler`; it knows no modules.
  {
    files: ["infra/edge/*.js"],
    languageOptions: { sourceType: "script" },
    rules: { "no-unused-vars": ["error", { varsIgnorePattern: "^handler$" }] },
  },
  // Browsers run these as they are: the page's script and its worker.
  {
    files: ["web/**/client/*.js"],
    languageOptions: { sourceType: "script", globals: readonly(IN_BROWSERS) },
  },
  { rules: { "max-lines": ["error", 400], eqeqeq: "error" } },
  {
    files: ["domain/**/*.ts", "optimizer/**/*.ts", "planning/**/*.ts"],
    rules: {
      "no-restricted-properties": ["error", ...unrepeatable],
      "no-restricted-syntax": ["error", ...clockReadings],
      "no-restricted-globals": ["error", ...surroundings],
    },
  },
);
