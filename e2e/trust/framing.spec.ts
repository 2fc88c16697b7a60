/**
 * What a page around the playground, an opener, or another spelling of its address can make of it: nothing that depends on the
 * secret. Each of these tests has failed on a build without the rule that it holds.
 */
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame, Page } from "@playwright/test";
import { anyOther, headersFor, inlineHashes } from "../../build/headers";
import { expect, test } from "../fixtures";
import { Playground, playgroundAddress } from "../playground";
import { startRecorder } from "../recorder";
import { serveStatically } from "../static-host";

// A secret that leaves now and then leaves.
test.describe.configure({ timeout: 120_000, retries: 0 });
test.use({ serviceWorkers: "allow" });

/** Milliseconds after which, and then how often, the page around leads every frame within the playground to itself. */
const STEERING = {
  "as soon as it is there": [0, 600_000],
  "once all stands": [2_500, 600_000],
  "again and again": [0, 700],
} as const;

/** Put in place of a document of ours, it says everything that ours might, and passes on all that it hears. */
const EAR = `{
  const tell = (heard) => {
    for (const listener of [top, top.opener]) listener?.postMessage({ heard }, "*");
  };
  addEventListener("message", ({ data, ports }) => {
    tell(data);
    for (const port of ports) port.onmessage = (event) => tell(event.data);
  });
  for (const word of ["ready", "url", "focus", "pointerenter", "", location.hash.slice(1), window.name, null]) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => tell(data);
    parent.postMessage(word, "*", [port2]);
    port1.postMessage("url");
    parent.postMessage(word, "*");
  }
}`;

/** Frames or opens `address`, and leads all frames within it to empty pages of its own. What is heard there is kept in `heard`. */
async function steer(
  page: Page,
  address: string,
  how: "frame" | "open",
  [first, every]: readonly [number, number],
) {
  await page.evaluate(
    ({ address, how, first, every, ear }) => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      addEventListener("message", ({ data }) => {
        if (typeof data === "object" && "heard" in data) heard.push(data.heard);
      });
      let steered = Date.now() + first - every;
      const listening = new WeakSet<Document>();
      // An empty page is of the origin of who led there.
      const listen = (inner: Window) => {
        if (listening.has(inner.document)) return;
        listening.add(inner.document);
        const script = inner.document.createElement("script");
        script.textContent = ear;
        inner.document.head.append(script);
      };
      const lead = (within: Window) => {
        for (let index = 0; index < within.length; index++) {
          const inner = within[index];
          if (!inner) continue;
          try {
            listen(inner);
          } catch {
            // Not ours yet.
          }
          if (Date.now() < steered + every) continue;
          try {
            inner.location.replace("about:blank");
            steered = Date.now();
          } catch {
            // The browser does not let it.
          }
          lead(inner);
        }
      };
      const frame = document.createElement("iframe");
      Object.assign(frame, { src: address, width: 1000, height: 800, allow: "clipboard-write" });
      if (how === "frame") document.body.append(frame);
      const opened = how === "open" ? window.open(address) : frame.contentWindow;
      setInterval(() => {
        if (opened) lead(opened);
      }, 5);
    },
    { address, how, first, every, ear: EAR },
  );
}

const heardBy = (page: Page) => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);

/** The playground in the page's first frame. */
async function framed(page: Page): Promise<{ readonly frame: Frame; readonly inside: Playground }> {
  const frame = await (await page.waitForSelector("iframe")).contentFrame();
  if (!frame) throw new Error("the page has no frame");
  // A frame answers to the same questions as a page.
  return { frame, inside: new Playground(frame as unknown as Page) };
}

const URL_TO_SIGN = "https://acme.test/images/1.jpg?width=400";

/** Types as a person does, looks at the result, and goes over the buttons with the pointer and the keyboard. */
async function signSlowly({ page, url, secret, ...playground }: Playground, keyboard: Page["keyboard"]) {
  await secret.fill("");
  await secret.pressSequentially("s3cret", { delay: 30 });
  await url.fill(URL_TO_SIGN);
  await url.pressSequentially("&x", { delay: 30 });
  await expect(page.getByTestId("signature")).toHaveText(/^[\da-f]{40}$/);
  await page.getByRole("button", { name: "Copy signed URL" }).hover();
  await page.getByRole("button", { name: "Copy signature" }).focus();
  for (let press = 0; press < 4; press++) await keyboard.press("Tab");
  await page.locator("html").evaluate(() => new Promise((done) => setTimeout(done, 1_500)));
  return playground;
}

for (const [when, times] of Object.entries(STEERING)) {
  /** It leads every frame that it can reach to a page which listens, at three moments; nothing is told there. */
  test(`a page around the embed that steers every frame within it hears nothing: ${when}`, async ({
    page,
    host,
    faults,
  }) => {
    await page.goto(host.address);
    await steer(page, `${playgroundAddress()}embed.html`, "frame", times);
    const { inside, frame } = await framed(page);
    await inside.waitUntilReady();
    await signSlowly(inside, page.keyboard);
    expect(await heardBy(page)).toEqual([]);
    expect(await frame.evaluate(() => window.length)).toBe(0);
    faults.length = 0;
  });

  /** The same by a page that has opened the playground in another tab. */
  test(`an opener that steers every frame of the page hears nothing: ${when}`, async ({
    page,
    host,
    faults,
  }) => {
    const site = await startRecorder(playgroundAddress(), "plain");
    await page.goto(host.address);
    const opening = page.context().waitForEvent("page");
    await steer(page, site.address, "open", times);
    const opened = new Playground(await opening);
    await opened.waitUntilReady();
    await signSlowly(opened, opened.page.keyboard);
    expect(await heardBy(page)).toEqual([]);
    await site.close();
    faults.length = 0;
  });
}

for (const headers of ["all", "plain"] as const) {
  /** Where no header forbids it, the page itself says no and links to itself. */
  test(`the full page does not run inside another: ${headers} headers`, async ({ page, host, faults }) => {
    const site = await startRecorder(playgroundAddress(), headers);
    await page.goto(host.address);
    await steer(page, site.address, "frame", STEERING["again and again"]);
    const { frame } = await framed(page);
    await page.waitForTimeout(2_000);
    await expect(frame.locator("input, textarea")).toHaveCount(0);
    expect(await heardBy(page)).toEqual([]);
    if (headers === "plain") {
      await expect(frame.locator("body")).toHaveText(
        "Countersign does not run inside another page. Open Countersign",
      );
      const opening = page.context().waitForEvent("page");
      await frame.getByRole("link", { name: "Open Countersign" }).click();
      await new Playground(await opening).waitUntilReady();
    }
    await site.close();
    faults.length = 0;
  });
}

/** The playground tells the signed URL to its own document alone. */
test("a document in the place of the one that opens the URL hears nothing", async ({
  playground,
  faults,
}) => {
  const { page } = playground;
  const heard: unknown[] = [];
  await page.exposeFunction("reportHeard", (data: unknown) => heard.push(data));
  await page.evaluate(() => {
    const { reportHeard } = window as unknown as { reportHeard(data: unknown): void };
    addEventListener("message", ({ data }) => {
      if (data?.heard !== undefined) reportHeard(data.heard);
    });
  });
  await playground.sign("LibPixel", URL_TO_SIGN, "secret");
  await playground.openLink.hover();
  // Led elsewhere by the page's own origin, which may more than any other.
  const element = page.locator('iframe[title="Open the signed URL"]');
  await element.evaluate((frame: HTMLIFrameElement) => frame.contentWindow?.location.replace("about:blank"));
  const inner = await (await element.elementHandle())?.contentFrame();
  await inner?.waitForURL("about:blank");
  await inner?.evaluate(EAR);
  await playground.setUrl(`${URL_TO_SIGN}&more=1`);
  await playground.waitForResult();
  await playground.url.hover();
  await element.hover();
  await element.focus();
  await page.waitForTimeout(500);
  expect(heard).toEqual([]);
  faults.length = 0;
});

test("the document that opens the URL is told it at pointer and focus, not before, and not afterwards", async ({
  playground,
}) => {
  await playground.sign("LibPixel", URL_TO_SIGN, "secret");
  const href = () => playground.openLink.getAttribute("href");
  expect(await href()).toBe("#");
  await playground.openLink.focus();
  await expect.poll(href).toMatch(/^https:\/\/acme\.test\/.*&signature=[\da-f]{40}$/);
  await playground.url.focus();
  await expect.poll(href).toBe("#");
  await playground.openLink.hover();
  await expect.poll(href).toMatch(/^https:\/\/acme\.test\//);
});

const sha1 = (key: string, text: string) => createHmac("sha1", key).update(text).digest("hex");

/** The secret that the cases are made for, one that explains most of them otherwise and some not at all, and one that explains none. */
const KNOWN = "s3cret-one";
const IN_CAPITALS = KNOWN.toUpperCase();
const UNKNOWN = "another-2!";
const signed = (signature: string) => `https://acme.test/1.jpg?signature=${signature}`;
/** Each is answered otherwise for the one secret than for the others. */
const CASES = [
  signed(sha1(KNOWN, "/1.jpg")),
  signed(sha1(KNOWN, "1.jpg")),
  signed(sha1(`${KNOWN}\n`, "/1.jpg")),
  signed(sha1(KNOWN.slice(0, 1), "/1.jpg")),
  signed(sha1(IN_CAPITALS, "/1.jpg")),
  signed(sha1(KNOWN.slice(0, -3), "1.jpg")),
  signed(createHmac("sha256", KNOWN).update("/1.jpg").digest("hex")),
  signed(createHmac("sha1", KNOWN).update("/1.jpg").digest("base64url")),
  `https://acme.test/1.jpg?width=3&signature=${sha1(KNOWN, "/1.jpg?width=4")}`,
  `https://acme.test/${"long/".repeat(80)}1.jpg?signature=${sha1(KNOWN, "/1.jpg")}`,
];

/** Keeps in `seen` everything that a page around a frame can notice of it. */
async function watchFrame(page: Page, address: string): Promise<void> {
  await page.evaluate((address) => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const frame = document.createElement("iframe");
    Object.assign(frame, { src: address, width: 1000, height: 500 });
    frame.style.marginTop = "300px";
    document.body.append(frame);
    addEventListener("message", ({ data }) => {
      seen.push(`message ${JSON.stringify(data)}`);
      if (data.type === "resize") frame.height = data.height;
    });
    for (const type of ["focus", "blur", "scroll", "resize"])
      addEventListener(type, () => type === "scroll" || seen.push(type));
    frame.addEventListener("load", () => seen.push("load"));
  }, address);
}

/** What was seen since, and what can be seen now. */
const look = (page: Page) =>
  page.evaluate(() => {
    const { seen } = window as unknown as { seen: string[] };
    const frame = document.querySelector("iframe");
    const now = {
      scrolled: scrollY,
      height: frame?.clientHeight,
      frames: frame?.contentWindow?.length,
      active: document.activeElement?.tagName,
      history: history.length,
    };
    return [...seen.splice(0), JSON.stringify(now)];
  });

test("what a page around the embed can notice is the same whatever the secret, in ten cases", async ({
  page,
  host,
  faults,
}) => {
  // A first visit's fonts may come too late for it, and then it is laid out otherwise than the next.
  await page.goto(host.address);
  await watchFrame(page, `${playgroundAddress()}embed.html`);
  await (await framed(page)).inside.waitUntilReady();
  const noticed: string[][][] = [];
  const explained: (string | null)[][] = [];
  for (const secret of [KNOWN, IN_CAPITALS]) {
    await page.goto(host.address);
    await watchFrame(page, `${playgroundAddress()}embed.html`);
    const { frame, inside } = await framed(page);
    await inside.waitUntilReady();
    // The published secret judges its example's URL alone.
    await inside.setUrl(`${await inside.url.inputValue()}&signature=0`);
    await expect(frame.getByTestId("diagnosis")).not.toHaveAttribute("data-state", "searching", {
      timeout: 30_000,
    });
    await page.waitForTimeout(500);
    expect((await look(page)).join()).toContain('"type":"resize"');
    await inside.setSecret(secret);
    const run: string[][] = [];
    const answers: (string | null)[] = [];
    for (const url of CASES) {
      await inside.setUrl(url);
      await inside.waitForResult();
      await expect(frame.locator('[data-testid="diagnosis"][data-state="searching"]')).toHaveCount(0, {
        timeout: 30_000,
      });
      await page.waitForTimeout(150);
      answers.push(await frame.getByTestId("result").textContent());
      run.push(await look(page), await wheelOver(page));
    }
    await frame.getByRole("button", { name: "Forget secret" }).click();
    await inside.setUrl("");
    await page.waitForTimeout(300);
    run.push(await look(page));
    noticed.push(run);
    explained.push(answers);
  }
  expect(noticed[1]).toEqual(noticed[0]);
  expect(noticed.flat(2).filter((entry) => entry.startsWith("message"))).toEqual([]);
  // The cases are ones that the two secrets answer otherwise, or nothing has been tried.
  for (const [index, answer] of (explained[0] ?? []).entries())
    expect.soft(explained[1]?.[index], CASES[index]).not.toBe(answer);
  faults.length = 0;
});

/** An address that ends with an element's id leads the focus there, and the page around sees it leave, or not. */
test("a page around the embed that asks for its elements one by one sees none that depends on the secret", async ({
  page,
  host,
  faults,
}) => {
  const address = (url: string) =>
    `${playgroundAddress()}embed.html#v=1&scheme=libpixel&url=${encodeURIComponent(url)}`;
  const visit = async (url: string) => {
    await page.goto(host.address);
    await watchFrame(page, address(url));
    const { frame, inside } = await framed(page);
    await inside.waitUntilReady();
    return {
      inside,
      /** All ids that stand there with a secret, or without any. */
      idsWith: async (secret: string) => {
        await inside.setSecret(secret);
        await inside.waitForResult();
        await expect(frame.locator('[data-testid="diagnosis"][data-state="searching"]')).toHaveCount(0, {
          timeout: 30_000,
        });
        return frame.evaluate(() => Array.from(document.querySelectorAll("[id]"), ({ id }) => id));
      },
    };
  };
  // Valid or unexplained; explained by one mistake or by two.
  for (const [url = "", other] of [
    [CASES[0], UNKNOWN],
    [CASES[1], IN_CAPITALS],
  ] as const) {
    const first = await visit(url);
    const always = await first.idsWith("");
    // Without a secret the focus goes there.
    await expect.poll(() => seesElement(page, "secret")).toBe(true);
    const known = await first.idsWith(KNOWN);
    const second = await visit(url);
    const ids = new Set([...known, ...(await second.idsWith(other))]);
    for (const id of always) ids.delete(id);
    const checkWith = async ({ inside }: typeof first, secret: string) => {
      for (const id of ids) expect(await seesElement(page, id), `${secret}: ${id}`).toBe(false);
      await expect(inside.secret).toHaveValue(secret);
    };
    await checkWith(second, other);
    const third = await visit(url);
    await third.idsWith(KNOWN);
    await checkWith(third, KNOWN);
  }
  faults.length = 0;
});

/** Leads the frame to an element by its id, as the page around it, and says whether the focus went there. */
const seesElement = (page: Page, id: string) =>
  page.evaluate(async (id) => {
    const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
    const frame = document.querySelector("iframe");
    frame?.blur();
    window.focus();
    await wait(100);
    if (frame) frame.src = `${frame.src.split("#")[0]}#${id}`;
    await wait(300);
    return document.activeElement === frame;
  }, id);

for (const { what, path, headers } of [
  { what: "the embed", path: "embed.html", headers: "all" },
  { what: "the page, on a host that sends no headers", path: "", headers: "plain" },
] as const) {
  /** How long the machine is busy with a case tells whether the secret explains it: one after another would give all of it. */
  test(`an opener cannot set a case for a secret that was typed: ${what}`, async ({ page, host, faults }) => {
    const site = await startRecorder(playgroundAddress(), headers);
    await page.goto(host.address);
    const opening = page.context().waitForEvent("page");
    await page.evaluate((address) => {
      Object.assign(window, { opened: window.open(address) });
    }, site.address + path);
    const opened = new Playground(await opening);
    await opened.waitUntilReady();
    await opened.setSecret(KNOWN);
    expect((await opened.outputs()).verdict).toBe("unsigned");
    for (const url of CASES.slice(0, 2)) {
      // Chromium drops a link from another window that is on its way while a page, whichever it is, writes its entry of the history.
      await opened.page.waitForTimeout(500);
      await page.evaluate(
        (address) => {
          (window as unknown as { opened: Window }).opened.location.href = address;
        },
        `${site.address}${path}#v=1&scheme=libpixel&url=${encodeURIComponent(url)}`,
      );
      await expect(opened.url).toHaveValue(url);
      await expect(opened.secret).toHaveValue("");
      expect((await opened.outputs()).verdict).toBe("empty");
    }
    await site.close();
    faults.length = 0;
  });
}

/** Turns the wheel above the frame, down to its end and beyond, and says how far the page around went along. */
async function wheelOver(page: Page): Promise<string[]> {
  await page.mouse.move(400, 500);
  for (const step of [900, 900, 900, -5_000]) {
    await page.mouse.wheel(0, step);
    await page.waitForTimeout(60);
  }
  return look(page);
}

/** Spellings of a name that lead hosts to the same file, and names of none. */
const odd = (name: string) => [
  name.replace(".", "%2E"),
  name.replace(".", "%2e"),
  `/${name}`,
  name.replace("e", "%65"),
  `${name}/`,
];
const ODD_PATHS = ["open.html", "embed.html", "index.html"].flatMap(odd);
const buildFolder = () => process.env.PLAYGROUND_BUILD ?? "";

for (const { host, from } of [
  { host: "Netlify", from: "" },
  { host: "Cloudflare", from: "embed.html" },
] as const) {
  test(`each path gets the headers meant for it, and any other the strictest: ${host}`, async () => {
    const site = await serveStatically(buildFolder(), host);
    const hashes = inlineHashes(readFileSync(join(buildFolder(), "index.html"), "utf8"));
    const sent = async (path: string, expected: Readonly<Record<string, string>>) => {
      const { headers } = await fetch(new URL(path, site.address));
      for (const [name, value] of Object.entries(expected))
        expect.soft(headers.get(name), `${path}: ${name}`).toBe(value);
    };
    for (const path of [
      "/",
      "/index.html",
      "/embed.html",
      "/embed",
      "/open.html",
      "/open",
      "/sw.js",
      "/boot.js",
    ])
      await sent(path, headersFor(path, hashes));
    for (const path of ["/no-such-file", "/no/such/file.html", ...ODD_PATHS.map((path) => `/./${path}`)])
      await sent(path, anyOther);
    await site.close();
  });

  /** That both hosts send the same for each path is tested above: from one page on each, both pages have been tried. */
  test(`not able to leave, even for injected script, by another spelling of a path: ${host}`, async ({
    page,
    faults,
  }) => {
    const site = await serveStatically(buildFolder(), host);
    const elsewhere = await startRecorder();
    await new Playground(page).open(site.address + from);
    for (const path of [...ODD_PATHS, "no-such-file", "no/such/file.html"]) {
      const to = `${elsewhere.address}${encodeURIComponent(`${from} by ${path}`)}`;
      await page.evaluate(leaveBy, { path, to }).catch(() => {});
      for (const other of page.context().pages()) if (other !== page) await other.close();
    }
    await page.waitForTimeout(500);
    expect(elsewhere.requests.map((request) => request.split("\n", 1)[0])).toEqual([]);
    await elsewhere.close();
    await site.close();
    faults.length = 0;
  });
}

/** Makes a page of this origin, in a frame and in a window, and leads out from there. */
async function leaveBy({ path, to }: { path: string; to: string }): Promise<void> {
  const leave = (inner: Window) => {
    const link = inner.document.createElement("a");
    Object.assign(link, { href: to, target: "_blank" });
    inner.document.documentElement.append(link);
    link.click();
    inner.open(to);
    const here = inner.document.createElement("a");
    here.href = to;
    inner.document.documentElement.append(here);
    here.click();
  };
  const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
  const address = new URL(`./${path}`, location.href).href;
  const frame = document.createElement("iframe");
  frame.src = address;
  document.body.append(frame);
  const popup = window.open(address);
  await wait(250);
  for (const inner of [frame.contentWindow, popup]) {
    try {
      if (inner && inner.location.href !== "about:blank") leave(inner);
    } catch {
      // Of another origin, or forbidden: what counts is what arrives.
    }
  }
  await wait(100);
  frame.remove();
}

/** A host may answer to a spelling for which it has no headers: there the page does not start. */
test("no page runs under a name that is not its own", async ({ page, faults }) => {
  const site = await serveStatically(buildFolder(), "Netlify");
  // Under a name with a slash behind it a page does not find its scripts.
  for (const path of ["embed.html", "index.html"].flatMap(odd).filter((path) => !path.endsWith("/"))) {
    await page.goto(`${site.address}${path}`, { waitUntil: "commit" });
    await expect(page.locator("body"), path).toHaveText(
      "Countersign does not run at this address. Open Countersign",
    );
  }
  await page.goto(`${site.address}open%2Ehtml#x`);
  await expect(page.getByRole("link")).toHaveCount(0);
  await site.close();
  faults.length = 0;
});
