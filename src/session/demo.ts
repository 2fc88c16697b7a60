import { knownExamples } from "../schemes/known-examples";
import type { Example, Scheme } from "../schemes/scheme";
import { NOTHING_FOUND } from "../signing/find/finding";
import { type Reading, readFound } from "../signing/sign";
import { withoutBreaks } from "../signing/url-text";
import { exampleSettings, sameTyped } from "./fields";
import type { State } from "./state";

/**
 * True while a case is still one of the examples that share its published secret: the same host and path, the same texts in the
 * fields. Options may be changed. With another address the case is somebody's own, and a published secret must not sign it.
 */
export function isExamples({ demoSecret, settings }: State, reading: Reading): boolean {
  const address = addressOf(reading);
  return knownExamples().some(
    ([scheme, example]) =>
      example.secret === demoSecret &&
      exampleAddress(scheme, example) === address &&
      (!reading.takesSettings || sameTyped(exampleSettings(example), settings)),
  );
}

/** A published secret for whoever asks for one: that of the example on show, or of the scheme's first. */
export function publishedSecret({ demoSecret, scheme }: State): string {
  return demoSecret || scheme.examples[0].secret;
}

/** Host and path, without a signature in them. */
function addressOf({ request, text }: Reading): string {
  const { origin, path } = request.ok && !request.value.built ? request.value.unsigned : text;
  return withoutBreaks(origin).toLowerCase() + path;
}

const addresses = new WeakMap<Example, string>();

function exampleAddress(scheme: Scheme, example: Example): string {
  const known = addresses.get(example);
  if (known !== undefined) return known;
  const address = addressOf(readFound(scheme, example.url, NOTHING_FOUND, exampleSettings(example)));
  addresses.set(example, address);
  return address;
}
