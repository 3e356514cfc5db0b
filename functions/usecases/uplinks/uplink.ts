/** What is read of a sensor network's message, whichever network it was. */
export type UplinkReading =
  /** Not a measurement: a join, an acknowledgement, a location. */
  | { readonly kind: "other" }
  | { readonly kind: "unreadable"; readonly pointer: string; readonly cause: string }
  | {
      readonly kind: "measurement";
      /** Whichever names the network gives the device. */
      readonly devices: readonly string[];
      /** Frame counter; tells a repeated delivery from a new measurement. */
      readonly frame: number;
      /** RFC 3339 */
      readonly at: string;
      readonly values: Readonly<Record<string, unknown>>;
      /** JSON pointer of the values. */
      readonly pointer: string;
    };
