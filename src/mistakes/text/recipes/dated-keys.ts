import type { Recipe } from "../../mistake";
import { hmacOf, keyed, type Parts } from "./parts";

const REGIONS = ["us-east-1", "us-west-2", "eu-west-1", "eu-central-1", "auto"];
const SERVICES = ["s3", "execute-api", "cloudfront"];
const utf8 = new TextEncoder();

/** AWS General Reference, "Deriving a signing key for signature version 4": HMACs of the day, the region and the service. */
export function* datedKeys({ facts, string, times, pairs: [decoded = []] }: Parts): Generator<Recipe> {
  const { secret } = facts;
  const values = decoded.map(({ value }) => value);
  for (const day of new Set([...values.flatMap(dayIn), ...times.map(dayOf)]))
    for (const first of [`AWS4${secret}`, secret]) {
      const chain = (...texts: readonly string[]) =>
        texts.reduce((key, text) => hmacOf(facts, "SHA-256", key, text), utf8.encode(first));
      const made = (key: ReturnType<typeof chain>, of: string): Recipe => ({
        key,
        keyDetail: `The key was made of ${first === secret ? "the secret" : "“AWS4” and the secret"} by HMAC-SHA256 of ${of}.`,
        message: string,
        digest: keyed("SHA-256"),
        detail: "That of AWS’ signature version 4: HMAC-SHA256 with a key that is derived from the day.",
      });
      yield made(chain(day), `the day ${day}`);
      const scopes = values.flatMap(
        (value) => /^\w*\/?\d{8}\/([\w-]+)\/([\w-]+)\/aws4_request$/.exec(value)?.slice(1, 3).join("/") ?? [],
      );
      for (const scope of new Set([
        ...scopes,
        ...REGIONS.flatMap((region) => SERVICES.map((service) => `${region}/${service}`)),
      ])) {
        const [region = "", service = ""] = scope.split("/");
        yield made(
          chain(day, region, service, "aws4_request"),
          `the day ${day}, “${region}”, “${service}” and “aws4_request”`,
        );
      }
    }
}

const dayIn = (value: string) => /(?<!\d)20\d{6}(?!\d)/.exec(value)?.[0] ?? [];

/** The day in UTC of a moment in seconds or milliseconds. */
function dayOf(time: string): string {
  const moment = new Date(Number(time) * (time.length > 10 ? 1 : 1000));
  return moment.toISOString().slice(0, 10).replaceAll("-", "");
}
