import type { AnyHash } from "../../mistakes/mistake";
import { blockKernel } from "./block-kernel";
import type { Kernel } from "./kernel";
import { md5 } from "./md5";
import { sha1 } from "./sha1";
import { sha224, sha256 } from "./sha256";
import { sha384, sha512 } from "./sha512";

/** A row a hash. */
export const KERNELS: Readonly<Record<AnyHash, Kernel>> = {
  "SHA-1": blockKernel(sha1),
  "SHA-224": blockKernel(sha224),
  "SHA-256": blockKernel(sha256),
  "SHA-384": blockKernel(sha384),
  "SHA-512": blockKernel(sha512),
  MD5: md5,
};
