/** The version that a plan names as its maker; a test keeps it equal to package.json. */
export const VERSION = "0.1.0";
