import type { Mistake } from "../mistake";
import { HOST, SECRET } from "../sample";
import { vendorRecipes } from "../text/recipes/vendor-recipes";

export const recipeOfAnotherVendor: Mistake = {
  id: "recipe-of-another-vendor",
  group: "digest",
  ofHmac: true,
  title: "The URL was signed as another service asks for it.",
  why: "String, secret and computation together are what that service asks for, so code that was written for it may have been used.",
  fix: "Compute HMAC-{hash} of the string shown as the signing string, with the secret as it is.",
  example: {
    url: `${HOST}/a.jpg?width=200&height=100&signature={}`,
    secret: SECRET,
    signed: "height=100&width=200",
    digest: { hash: "SHA-1", mode: "message+key" },
  },
  nearMiss: {
    url: `${HOST}/a.jpg?width=200&height=100&signature={}`,
    secret: SECRET,
    signed: "height=100&width=200",
  },
  recipes: vendorRecipes,
};
