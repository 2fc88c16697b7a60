import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, firefox } from "@playwright/test";

export const noFirefox =
  "There is no Firefox here, so its tests are skipped: install firefox-esr, or name another’s path in FIREFOX_PATH.";

/** The Firefox to test in: `FIREFOX_PATH`, else the system's; `null` where there is none. */
export function findFirefox(): string | null {
  const chosen = process.env.FIREFOX_PATH;
  if (chosen) return chosen;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const onPath = ["firefox-esr", "firefox"].flatMap((name) => folders.map((folder) => join(folder, name)));
  return onPath.find((path) => existsSync(path)) ?? null;
}

/** A stock Firefox, driven by WebDriver BiDi. */
export async function launchFirefox(executablePath: string): Promise<Browser> {
  const browser = await firefox.launch({ channel: "moz-firefox", executablePath });
  leaveMediaAlone(browser);
  return browser;
}

interface Session {
  send(method: string, parameters?: unknown): Promise<unknown>;
}

/**
 * Playwright sets the media features of every context by a command that Firefox 153 does not know yet, and offers no way to
 * leave it out. Delete this once a Firefox ESR knows `emulation.setMediaFeaturesOverride`.
 */
function leaveMediaAlone(browser: Browser): void {
  const { _connection: connection } = browser as unknown as {
    _connection: { toImpl(of: Browser): { _browserSession: Session } };
  };
  const session = connection.toImpl(browser)._browserSession;
  const send = session.send.bind(session);
  session.send = async (method, parameters) =>
    method === "emulation.setMediaFeaturesOverride" ? {} : send(method, parameters);
}
