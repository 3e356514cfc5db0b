// Faults of a template against the CloudFormation service spec: unknown types and properties, missing required ones.
import { loadAwsServiceSpecSync } from "@aws-cdk/aws-service-spec";
import type { Property, PropertyType, SpecDatabase, TypeDefinition } from "@aws-cdk/service-spec-types";
import type { Template } from "./stage.ts";

export function specFaults(template: Template, spec: SpecDatabase): string[] {
  const faults: string[] = [];
  for (const [id, { Type, Properties = {} }] of Object.entries(template.Resources)) {
    // A custom resource has properties of its own.
    if (Type.startsWith("Custom::")) continue;
    const [resource] = spec.lookup("resource", "cloudFormationType", "equals", Type);
    if (resource === undefined) faults.push(`${id}: there is no type ${Type}`);
    else check(`${id} (${Type})`, Properties, resource.properties);
  }
  return faults;

  function check(where: string, value: unknown, properties: Readonly<Record<string, Property>>): void {
    if (!isObject(value) || isIntrinsic(value)) return;
    for (const [name, inner] of Object.entries(value)) {
      const property = properties[name];
      if (property === undefined) faults.push(`${where}: there is no property ${name}`);
      else checkType(`${where}.${name}`, inner, property.type);
    }
    for (const [name, { required }] of Object.entries(properties))
      if (required === true && !(name in value)) faults.push(`${where}: lacks ${name}`);
  }

  function checkType(where: string, value: unknown, type: PropertyType): void {
    if (isIntrinsic(value)) return;
    if (type.type === "array") {
      if (!Array.isArray(value)) faults.push(`${where}: expected a list`);
      else value.forEach((one, index) => checkType(`${where}[${index}]`, one, type.element));
    } else if (type.type === "map") {
      for (const [name, one] of Object.entries(value as object)) checkType(`${where}.${name}`, one, type.element);
    } else if (type.type === "ref") {
      const definition = spec.get("typeDefinition", type.reference.$ref) as TypeDefinition;
      check(where, value, definition.properties);
    } else if (type.type === "union") {
      const before = faults.length;
      const best = type.types.map((one) => {
        checkType(where, value, one);
        return faults.splice(before);
      });
      faults.push(...best.reduce((least, one) => (one.length < least.length ? one : least)));
    } else if (type.type === "boolean" || type.type === "integer" || type.type === "number") {
      const right = type.type === "boolean" ? "boolean" : "number";
      if (typeof value !== right && !/^(?:true|false|-?\d+(?:\.\d+)?)$/.test(String(value)))
        faults.push(`${where}: expected ${type.type}`);
    } else if (type.type === "string" && typeof value === "object") faults.push(`${where}: expected text`);
  }
}

export const loadSpec = (): SpecDatabase => loadAwsServiceSpecSync();

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function isIntrinsic(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  return names.length === 1 && (names[0] === "Ref" || names[0]!.startsWith("Fn::"));
}
