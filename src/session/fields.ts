import { schemes } from "../schemes";
import type { Example, SettingField } from "../schemes/scheme";
import type { Settings } from "../signing/types";

/** Every scheme's fields beside the URL. What stands in them stays when another scheme is chosen. */
export const FIELDS: readonly SettingField[] = schemes.flatMap(({ fields }) => fields);

/** The fields that are typed in: what stands there is somebody's own. */
const TYPED = FIELDS.filter(({ choices }) => choices === undefined);

/** What the fields hold, each as `find` knows it or as at first. */
export function settingsFrom(find: (field: SettingField) => string | undefined): Settings {
  return Object.fromEntries(FIELDS.map((field) => [field.name, find(field) ?? field.initial]));
}

export function initialSettings(): Settings {
  return settingsFrom(() => undefined);
}

export function exampleSettings({ settings = {} }: Pick<Example, "settings">): Settings {
  return settingsFrom(({ name }) => settings[name]);
}

/** True where the same was typed into the fields of both. Fields that offer a choice do not count: they may be changed in an example. */
export function sameTyped(one: Settings, other: Settings): boolean {
  return TYPED.every(({ name }) => one[name] === other[name]);
}

/** What was typed into the fields, which may be anything. */
export function typedTexts(settings: Settings): readonly string[] {
  return TYPED.map(({ name }) => settings[name] ?? "");
}
