/** The part of the package that is used; it ships no types. */
declare module "openrouteservice-js" {
  interface MatrixRequest {
    readonly locations: readonly (readonly [number, number])[];
    readonly sources: readonly number[];
    readonly destinations: readonly number[];
    readonly profile: string;
    readonly metrics: readonly string[];
  }
  interface MatrixOptions {
    readonly api_key: string;
    readonly host?: string;
    readonly timeout?: number;
  }
  interface Matrix {
    calculate(request: MatrixRequest): Promise<unknown>;
  }
  const Openrouteservice: { readonly Matrix: new (options: MatrixOptions) => Matrix };
  export default Openrouteservice;
}
