/** Validates invoices against the schema of UBL 2.1 (tests/fixtures/ubl-2.1). */
import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { memoryPages, validateXML } from "xmllint-wasm";

const FOLDER = new URL("../fixtures/ubl-2.1/", import.meta.url);
const CCT = "urn:un:unece:uncefact:data:specification:CoreComponentTypeSchemaModule:2";
const DSIG = "http://www.w3.org/2000/09/xmldsig#";

/** No invoice of ours is signed inside: that there is such an element is all that the schema needs to know. */
const SIGNATURE = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="${DSIG}"><xsd:element name="Signature"/></xsd:schema>`;

/** All files lie in one folder here, and the two that are imported by name alone are given a place. */
function schemaFile(path: string): string {
  return gunzipSync(readFileSync(new URL(path, FOLDER)))
    .toString("utf8")
    .replaceAll("../common/", "")
    .replace(new RegExp(`(<xsd:import namespace="${CCT}")[^>]*>`), '$1 schemaLocation="CCTS_CCT_SchemaModule.xsd"/>')
    .replace(new RegExp(`(<xsd:import namespace="${DSIG}")[^>]*>`), '$1 schemaLocation="signature.xsd"/>');
}

/** @returns what the schema objects to, by file; none when all are valid */
export async function ublFaults(invoices: Readonly<Record<string, string>>): Promise<string[]> {
  const common = readdirSync(new URL("common/", FOLDER)).map((name) => ({
    ...{ fileName: name.replace(/\.gz$/, ""), contents: schemaFile(`common/${name}`) },
  }));
  const { errors } = await validateXML({
    xml: Object.entries(invoices).map(([fileName, contents]) => ({ fileName, contents })),
    schema: [{ fileName: "UBL-Invoice-2.1.xsd", contents: schemaFile("maindoc/UBL-Invoice-2.1.xsd.gz") }],
    preload: [...common, { fileName: "signature.xsd", contents: SIGNATURE }],
    ...{ initialMemoryPages: 512, maxMemoryPages: memoryPages.GiB },
  });
  return errors.map(({ message, loc }) => `${loc?.fileName ?? ""}:${loc?.lineNumber ?? ""} ${message}`);
}
