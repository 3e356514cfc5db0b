/** A description in RDF, once as JSON-LD 1.1 and once as RDF/XML. Every node is written where it is first needed. */
import { escapeMarkup } from "../../../planning/report/markup.ts";

export const PREFIXES = {
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  dcat: "http://www.w3.org/ns/dcat#",
  dcterms: "http://purl.org/dc/terms/",
  dcatde: "http://dcat-ap.de/def/dcatde/",
  dcatap: "http://data.europa.eu/r5r/",
  foaf: "http://xmlns.com/foaf/0.1/",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  spdx: "http://spdx.org/rdf/terms#",
} as const;

export type Value =
  | { readonly iri: string }
  | { readonly text: string; readonly language?: string; readonly type?: `xsd:${string}` }
  | Node;

export interface Node {
  /** Absent: nobody else names it. */
  readonly id?: string;
  /** With prefix: `dcat:Dataset`. */
  readonly type: string;
  readonly properties: readonly (readonly [predicate: string, value: Value])[];
}

export const german = (text: string): Value => ({ text, language: "de" });
export const iri = (address: string): Value => ({ iri: address });

export function jsonLd(node: Node): string {
  return `${JSON.stringify({ "@context": PREFIXES, ...jsonNode(node) }, null, 1)}\n`;
}

function jsonNode({ id, type, properties }: Node): Record<string, unknown> {
  const written: Record<string, unknown[]> = {};
  for (const [predicate, value] of properties) (written[predicate] ??= []).push(jsonValue(value));
  return { ...(id === undefined ? {} : { "@id": id }), "@type": type, ...written };
}

function jsonValue(value: Value): unknown {
  if ("iri" in value) return { "@id": value.iri };
  if ("properties" in value) return jsonNode(value);
  const { text, language, type } = value;
  if (language !== undefined) return { "@value": text, "@language": language };
  return type === undefined ? { "@value": text } : { "@value": text, "@type": type };
}

export function rdfXml(node: Node): string {
  const names = Object.entries(PREFIXES).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${names.join("")}>\n${xmlNode(node)}</rdf:RDF>\n`;
}

function xmlNode({ id, type, properties }: Node): string {
  const about = id === undefined ? "" : ` rdf:about="${escapeMarkup(id)}"`;
  return `<${type}${about}>\n${properties.map(([name, value]) => xmlProperty(name, value)).join("")}</${type}>\n`;
}

function xmlProperty(name: string, value: Value): string {
  if ("iri" in value) return `<${name} rdf:resource="${escapeMarkup(value.iri)}"/>\n`;
  if ("properties" in value) return `<${name}>\n${xmlNode(value)}</${name}>\n`;
  const { text, language, type } = value;
  const datatype = type === undefined ? "" : ` rdf:datatype="${PREFIXES.xsd}${type.slice("xsd:".length)}"`;
  const tongue = language === undefined ? "" : ` xml:lang="${language}"`;
  return `<${name}${tongue}${datatype}>${escapeMarkup(text)}</${name}>\n`;
}
