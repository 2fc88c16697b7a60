import type { VendorError } from "../scheme";

export const vendorErrors: readonly VendorError[] = [
  {
    says: "Require Authenticated Requests",
    means: "With this LibPixel setting on, every request needs a signature, not only those with “src”.",
    toDo: "Sign the URL here and use the signed one.",
  },
];
