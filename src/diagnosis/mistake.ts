import type { SubtleHash } from "../signing/hmac";
import type { SigningRequest } from "../signing/types";

export interface Recipe {
  readonly key: string;
  readonly message: string;
  readonly hash: SubtleHash | "MD5";
}

export interface Mistake {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly example: { readonly url: string; readonly secret: string };
  variants(recipe: Recipe, request: SigningRequest): Iterable<Recipe>;
}
