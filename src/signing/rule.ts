import type { Part, Result, Settings, SigningRequest, UrlText } from "./types";

/** A vendor's rule: what is signed, and where the signature goes. All that signing needs to know of a vendor. */
export interface Rule {
  /** True for an address of this vendor, by its host. */
  recognises(text: UrlText): boolean;
  /** True when a link is to be built from this text and `Settings`, because the text is no request to this vendor. */
  buildsFrom(text: UrlText): boolean;
  /** The exact string that is signed, for a URL without its signature and with its text as it is sent. */
  signingString(unsigned: UrlText): string;
  /** What is signed, and what is signed already. The text has an http(s) host, or `buildsFrom` is true of it. */
  read(text: UrlText, settings: Settings): Result<SigningRequest>;
  /** The final URL in parts, with the signature where the vendor expects it. */
  assemble(request: SigningRequest, signature: string): readonly Part[];
}
