import { panel } from "../panel";

/** What a paste into the secret’s field did, apart from the other late panels, of which one has that field in it. */
export const [SecretRemarks, secretRemarks] = panel(
  async () => (await import("./secret-remarks")).SecretRemarks,
);
