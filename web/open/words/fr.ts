import type { OpenWords } from "./shape.ts";

const counted = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);

export const FR: OpenWords = {
  title: "Ce qu’apporte la coopération",
  trail: "Public",
  home: "Vers la page d’accueil",
  choose: { label: "Choisir la région", region: "Région", show: "Afficher" },
  municipalities: (count) => counted(count, "commune", "communes"),
  points: (count) => counted(count, "point de collecte", "points de collecte"),
  head: {
    saves: (name, amount, weeks) => `${name} économise ${amount} ensemble (${weeks})`,
    level: (name, weeks) => `${name} : éliminer ensemble (${weeks})`,
  },
  lead: "Les communes planifient ensemble l’enlèvement de leurs déchets verts. On compare avec ce qu’il en serait si chaque commune planifiait seule ; le même programme calcule les deux avec le même effort.",
  figures: {
    money: "Coûts",
    distance: "Distance parcourue",
    co2: "Gaz à effet de serre (CO₂e)",
    less: "de moins",
    more: "de plus",
    instead: (joint, alone) => `ensemble ${joint}, seules ${alone}`,
    part: (percent) => `Différence : ${percent}`,
    noSaving: "aucune économie démontrable",
    fewer: (sharing, planned) =>
      `La répartition vaut pour ${sharing} communes sur ${planned}. Les coûts sont ceux de ces ${sharing} ; distance et gaz à effet de serre ne sont calculés que pour les ${planned} et ne figurent donc pas ici.`,
    unknown: "non calculé",
  },
  how: {
    head: "Comment cela marche",
    sentences: [
      "Les services techniques signalent le remplissage de leurs bennes et de leurs tas.",
      "Un programme en tire chaque semaine ce qui va où, et montre à chaque commune ce qu’elle paierait seule.",
      "Les coûts sont répartis selon une clé convenue ; aucune commune ne paie plus que seule, et chacune donne elle-même son accord.",
    ],
  },
  months: {
    head: "Quantités par mois",
    chart: "Quantités pesées et attendues par mois",
    caption: "Déchets verts de toutes les communes par mois",
    month: "Mois",
    weighed: "pesé",
    expected: "attendu",
    weeks: "semaines planifiées",
    note: "Pesé : ce que les installations ont reçu. Attendu : ce qui arrive aux points de collecte selon les plans ; souvent un mois n’est planifié qu’en partie. Une semaine compte dans le mois de son jeudi.",
    names: [
      ...["janvier", "février", "mars", "avril", "mai", "juin"],
      ...["juillet", "août", "septembre", "octobre", "novembre", "décembre"],
    ],
    said: (weighed, expected) =>
      [weighed === null ? "" : `${weighed} pesés`, expected === null ? "" : `${expected} attendus`]
        .filter((part) => part !== "")
        .join(", "),
    none: "–",
  },
  plans: {
    head: "Chaque plan publié",
    caption: "Économie par plan par rapport à chacune seule",
    members: "Communes",
    of: (sharing, planned) => `${sharing} sur ${planned}`,
    period: "Période",
    money: "Coûts",
    distance: "Distance",
    co2: "CO₂e",
    hash: "Empreinte de plan.json (SHA-256)",
    note: "Un plan couvre plusieurs semaines. Les périodes se chevauchent ; les économies ne doivent pas être additionnées.",
  },
  map: {
    head: "Où l’on collecte",
    title: "Communes, points de collecte et installations",
    areas: "Communes",
    points: "Points de collecte",
    facilities: "Installations",
    municipality: "Commune",
    status: "État",
    kind: "Type",
    statuses: { open: "ouvert", closed: "fermé" },
    kinds: {
      composting: "compostage",
      digestion: "méthanisation",
      biomassHeat: "chaufferie biomasse",
      transfer: "plateforme de transfert",
    },
  },
  check: {
    head: "Données et vérification",
    text: "Tous les chiffres de cette page existent en fichiers. Avant d’être publié, chaque plan est recalculé par un second programme, écrit à part, puis signé ; les membres et leurs conseils reçoivent le fichier signé et peuvent le vérifier sans ce système.",
    data: "Données ouvertes",
    keys: "Clés publiques des signatures",
    shares: "Ce que paie chaque commune n’est pas indiqué ici : ses élus en décident d’abord.",
  },
  empty: {
    noRegion: "Il n’y a pas encore de région ici",
    noRegionLead: "Dès que l’administration aura saisi une région, elle figurera ici.",
    noPlan: "Aucun plan n’est encore publié. Dès qu’il y en aura un, coûts, kilomètres et CO₂ figureront ici.",
  },
  unknown: { head: "Cette région n’existe pas ici", back: "Vers les régions" },
  data: {
    title: "Données ouvertes",
    head: "Données ouvertes",
    lead: "Les mêmes chiffres que sur la page publique, pour tableurs, programmes et cartes.",
    licence: "Licence",
    publisher: "Éditeur",
    unnamed: "à compléter par l’exploitant",
    stable:
      "Les adresses restent ; chaque fichier dit par ETag et Last-Modified s’il a changé, et d’autres sites peuvent le lire (CORS).",
    catalog: "Description pour les portails de données (DCAT-AP.de)",
    caption: "Fichiers",
    dataset: "Jeu de données",
    file: "Fichiers",
    datasets: {
      einsparungen: "Économies",
      mengen: "Quantités par mois",
      sammelstellen: "Points de collecte",
      gemeindegrenzen: "Limites des communes",
    },
    about: {
      einsparungen: "coûts, distances et gaz à effet de serre par plan",
      mengen: "pesées et attendues, toutes les communes",
      sammelstellen: "nom, commune, lieu, état",
      gemeindegrenzen: "contours simplifiés",
    },
    formats: { csv: "CSV (Excel)", "machine.csv": "CSV (programmes)", json: "JSON", geojson: "GeoJSON" },
    none: "Aucune région n’est encore saisie.",
    sources: "Sources",
    german: "Les fichiers pour Excel sont en allemand.",
  },
};
