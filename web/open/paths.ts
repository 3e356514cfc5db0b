/** Where the public pages and the files lie. Addresses of files stay: others point to them. */
export const PUBLIC_PATH = "/oeffentlich";
export const OPEN_DATA_PATH = "/offene-daten";
/** No region has a name with a dot. */
export const CATALOG_FILES = { "katalog.jsonld": "application/ld+json", "katalog.rdf": "application/rdf+xml" } as const;

export const dataPath = (region: string, file: string): string => `${OPEN_DATA_PATH}/${region}/${file}`;
