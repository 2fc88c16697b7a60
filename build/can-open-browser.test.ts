import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { canOpenBrowser } from "./can-open-browser";

const folder = mkdtempSync(join(tmpdir(), "countersign-path-"));
writeFileSync(join(folder, "xdg-open"), "");
chmodSync(join(folder, "xdg-open"), 0o755);
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  { where: "a desktop", platform: "linux", environment: { DISPLAY: ":0", PATH: folder }, out: true },
  { where: "Wayland", platform: "linux", environment: { WAYLAND_DISPLAY: "w", PATH: folder }, out: true },
  { where: "a server", platform: "linux", environment: { PATH: folder }, out: false },
  { where: "a container with a screen", platform: "linux", environment: { DISPLAY: ":0" }, out: false },
  { where: "Windows’ Linux", platform: "linux", environment: { WSL_DISTRO_NAME: "Debian" }, out: true },
  { where: "a Mac", platform: "darwin", environment: {}, out: true },
  { where: "Windows", platform: "win32", environment: {}, out: true },
  { where: "a Mac by SSH", platform: "darwin", environment: { SSH_TTY: "/dev/tty1" }, out: false },
  { where: "an editor by SSH", platform: "linux", environment: { SSH_TTY: "x", BROWSER: "b.sh" }, out: true },
  { where: "a machine with BROWSER=none", platform: "darwin", environment: { BROWSER: "none" }, out: false },
  { where: "CI", platform: "linux", environment: { CI: "true", DISPLAY: ":99", PATH: folder }, out: false },
])("on $where a browser can be opened: $out", ({ platform, environment, out }) => {
  expect(canOpenBrowser(platform, environment)).toBe(out);
});
