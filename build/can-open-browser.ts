import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether a browser can be opened on the screen of who runs this. On a server, in a container and through SSH there is none:
 * trying would only print an error. `BROWSER` decides where it is set, as editors that work remotely set it.
 */
export function canOpenBrowser(platform: string, environment: Environment): boolean {
  const { BROWSER, CI, SSH_CONNECTION, SSH_TTY, DISPLAY, WAYLAND_DISPLAY, WSL_DISTRO_NAME } = environment;
  if (BROWSER) return BROWSER !== "none";
  if (CI || SSH_CONNECTION || SSH_TTY) return false;
  if (platform === "darwin" || platform === "win32" || WSL_DISTRO_NAME) return true;
  return Boolean(DISPLAY || WAYLAND_DISPLAY) && isOnPath("xdg-open", environment);
}

function isOnPath(command: string, { PATH = "" }: Environment): boolean {
  return PATH.split(delimiter).some((folder) => existsSync(join(folder, command)));
}
