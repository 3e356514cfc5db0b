import type { OpenWords } from "./shape.ts";

const counted = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);

export const EN: OpenWords = {
  title: "What working together saves",
  trail: "Public",
  home: "To the first page",
  choose: { label: "Choose the region", region: "Region", show: "Show" },
  municipalities: (count) => counted(count, "municipality", "municipalities"),
  points: (count) => counted(count, "collection point", "collection points"),
  head: {
    saves: (name, amount, weeks) => `${name} saves ${amount} together (${weeks})`,
    level: (name, weeks) => `${name}: collecting together (${weeks})`,
  },
  lead: "The municipalities plan the collection of their green waste together. It is compared with what would come of it if each planned alone; the same program reckons both with the same effort.",
  figures: {
    money: "Cost",
    distance: "Distance driven",
    co2: "Greenhouse gases (CO₂e)",
    less: "less",
    more: "more",
    instead: (joint, alone) => `together ${joint}, alone ${alone}`,
    part: (percent) => `Difference: ${percent}`,
    noSaving: "no provable saving",
    fewer: (sharing, planned) =>
      `The split holds for ${sharing} of ${planned} municipalities. The costs are those of these ${sharing}; distance and greenhouse gases are reckoned for all ${planned} only and are therefore not shown.`,
    unknown: "not reckoned",
  },
  how: {
    head: "How it works",
    sentences: [
      "The building yards report how full their containers and heaps are.",
      "From that a program plans every week what goes where, and shows each municipality what it would pay alone.",
      "The cost is split by an agreed rule; no municipality pays more than alone, and each agrees for itself.",
    ],
  },
  months: {
    head: "Tonnes by month",
    chart: "Weighed and expected tonnes by month",
    caption: "Green waste of all municipalities by month",
    month: "Month",
    weighed: "weighed",
    expected: "expected",
    weeks: "planned weeks",
    note: "Weighed is what facilities took in. Expected is what the plans foresee at the collection points; a month is often planned only in part. A week counts in the month of its Thursday.",
    names: [
      ...["January", "February", "March", "April", "May", "June"],
      ...["July", "August", "September", "October", "November", "December"],
    ],
    said: (weighed, expected) =>
      [weighed === null ? "" : `${weighed} weighed`, expected === null ? "" : `${expected} expected`]
        .filter((part) => part !== "")
        .join(", "),
    none: "–",
  },
  plans: {
    head: "Every published plan",
    caption: "Saving by plan against everyone alone",
    members: "Municipalities",
    of: (sharing, planned) => `${sharing} of ${planned}`,
    period: "Period",
    money: "Cost",
    distance: "Distance",
    co2: "CO₂e",
    hash: "Checksum of plan.json (SHA-256)",
    note: "A plan covers several weeks. The periods overlap; the savings must not be added up.",
  },
  map: {
    head: "Where it is collected",
    title: "Municipalities, collection points and facilities",
    areas: "Municipalities",
    points: "Collection points",
    facilities: "Facilities",
    municipality: "Municipality",
    status: "State",
    kind: "Kind",
    statuses: { open: "open", closed: "closed" },
    kinds: {
      composting: "composting",
      digestion: "anaerobic digestion",
      biomassHeat: "biomass heating plant",
      transfer: "transfer site",
    },
  },
  check: {
    head: "Data and checking",
    text: "All figures of this page are there as files. Before it is published, each plan is reckoned again by a second program, written apart, and signed; members and their councils get the signed file and can check it without this system.",
    data: "Open data",
    keys: "Public keys of the signatures",
    shares: "What each municipality pays is not said here: its council and mayor decide on that first.",
  },
  empty: {
    noRegion: "There is no region here yet",
    noRegionLead: "As soon as the administration has taken one in, it is shown here.",
    noPlan: "No plan is published yet. As soon as there is one, cost, kilometres and CO₂ are shown here.",
  },
  unknown: { head: "There is no such region here", back: "To the regions" },
  data: {
    title: "Open data",
    head: "Open data",
    lead: "The same figures as on the public page, for spreadsheets, for programs and for maps.",
    licence: "Licence",
    publisher: "Publisher",
    unnamed: "to be filled in by the operator",
    stable:
      "The addresses stay; each file says by ETag and Last-Modified whether it changed, and other sites may read it (CORS).",
    catalog: "Description for data portals (DCAT-AP.de)",
    caption: "Files",
    dataset: "Dataset",
    file: "Files",
    datasets: {
      einsparungen: "Savings",
      mengen: "Tonnes by month",
      sammelstellen: "Collection points",
      gemeindegrenzen: "Municipal boundaries",
    },
    about: {
      einsparungen: "cost, distances and greenhouse gases by plan",
      mengen: "weighed and expected, all municipalities",
      sammelstellen: "name, municipality, place, state",
      gemeindegrenzen: "simplified outlines",
    },
    formats: { csv: "CSV (Excel)", "machine.csv": "CSV (programs)", json: "JSON", geojson: "GeoJSON" },
    none: "No region has been taken in yet.",
    sources: "Sources",
    german: "The files for Excel are in German.",
  },
};
