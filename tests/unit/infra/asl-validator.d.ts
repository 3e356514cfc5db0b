declare module "asl-validator" {
  interface Verdict {
    readonly isValid: boolean;
    readonly errors: readonly { readonly message: string }[];
    readonly errorsText: (separator?: string) => string;
  }
  export default function validate(definition: unknown, options?: Readonly<Record<string, boolean>>): Verdict;
}
