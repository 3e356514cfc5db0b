import type { Co2Words } from "./shape.ts";

export const EN: Co2Words = {
  head: "Greenhouse gases",
  set: (name) => `Reckoned with the factor set “${name}”; diesel by the litre, well to wheel.`,
  range: (diesel, all) => `Driving and shredders: ${diesel}. With treatment by this set: ${all}.`,
  between: (low, high) => `By method the result lies between ${low} and ${high}.`,
  oneMethod: "The set names no other method; so no range stands here.",
  method:
    "Transport and shredding follow the logic of ISO 14083. What a plant does with the material is no part of that and stands apart: methods differ many times over there, and another set may change more than all transport weighs.",
  less: "less",
  more: "more",
  caption: "Greenhouse gases in kg CO₂e",
  line: "Source",
  alone: "alone",
  joint: "together",
  saving: "less",
  driving: "Driving",
  shredding: "Shredding",
  transport: "Transport by ISO 14083",
  treatment: (kind) => `Treatment: ${kind}`,
  total: "Total",
  figures: "What it is made of",
  litres: "Diesel in litres",
  kilometres: "Kilometres driven",
  tonneKilometres: "Tonne-kilometres (great circle)",
  perTonneKilometre: "g CO₂e per tonne-kilometre",
  perTonne: "kg CO₂e per tonne shredded",
  methods: "The same by other methods, in kg CO₂e",
  methodName: "Method",
  none: "–",
  kinds: {
    composting: "composting",
    digestion: "anaerobic digestion",
    biomassHeat: "biomass heating plant",
    transfer: "transfer site",
  },
  factors: "The factors and their sources",
  factorNames: {
    diesel: "Diesel",
    truck: "Consumption of trucks",
    shredder: "Consumption of shredders",
    facility: (kind) => `Treatment: ${kind}`,
  },
  units: {
    diesel: "kg CO₂e per litre",
    truck: "litres per 100 km",
    shredder: "litres per tonne",
    facility: "kg CO₂e per tonne",
  },
  factor: "Factor",
  value: "Value",
  source: "Source",
  unverified: "unverified assumption",
  settled: {
    head: (span) => `Greenhouse gases, settled: ${span}`,
    basis: (driven, all) =>
      driven === all
        ? "Kilometres driven and tonnes weighed are counted, as closed."
        : driven === 0
          ? "Tonnes weighed are counted, as closed; kilometres driven are not recorded, the planned ones hold."
          : `Tonnes weighed are counted, as closed; of ${driven} of ${all} tours the kilometres driven, of the others the planned ones.`,
    corrected: (count) => (count === 1 ? "One correction is included." : `${count} corrections are included.`),
    between: (low, high) => `By method it is between ${low} and ${high}.`,
    planned: "planned",
    settled: "settled",
    difference: "difference",
    tonnes: "Tonnes treated",
  },
};
