import { createHmac } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { explainEdit } from "../diagnosis/edit/edit";
import { findScheme, schemes } from "../schemes";
import { urlbox } from "../schemes/urlbox";
import { find } from "../signing/find/find";
import { findUrls } from "../signing/find/find-url";
import { keepCase, readKept } from "./address/kept-case";
import { readLink } from "./address/link";
import { linkedCase, linkedState } from "./address/linked-state";
import type { Late } from "./late";
import { createQueryClient } from "./queries";
import { REST } from "./secret/secret";
import type { SecretInput } from "./secret/secret-input";
import { Session } from "./session";
import { initialState } from "./state";

const [libpixel] = schemes;
const late: Late = { find, findUrls, explainEdit };
const SECRET = "a-secret-of-my-own";
const OWN = "https://acme.libpx.com/own.jpg?width=300";
const signed = (path: string, key = SECRET) =>
  `https://acme.libpx.com${path}&signature=${createHmac("sha1", key).update(path).digest("hex")}`;

/** A session and the field of its secret, mounted anew whenever a page would. */
function open() {
  const session = new Session(initialState(), createQueryClient(), { late });
  let mounted = -1;
  const place: { field: SecretInput } = { field: { value: "", defaultValue: "" } };
  const follow = () => {
    const { field, published } = session.snapshot().secret;
    if (field === mounted) return;
    mounted = field;
    session.secret.attach(null);
    place.field = { value: published, defaultValue: published };
    session.secret.attach(place.field);
  };
  session.subscribe(follow);
  follow();
  const typeSecret = (text: string, typing = false) => {
    session.secret.focus();
    place.field.value += text;
    session.secret.edited(typing);
  };
  const look = () => session.snapshot();
  return { session, place, typeSecret, look };
}

/** Once the signature of what is on show is made, however busy the machine is. */
async function settled({ client }: Session): Promise<void> {
  const turn = () => new Promise((resolve) => setTimeout(resolve, 20));
  for (await turn(); client.isFetching() > 0; ) await turn();
}

test("a secret goes over to the field that takes the place of the one it was typed into", () => {
  const { session, typeSecret, place, look } = open();
  session.forget();
  typeSecret(SECRET);
  const before = place.field;
  session.secret.attach(null);
  expect(session.secret.text).toBe(SECRET);
  const next: SecretInput = { value: "", defaultValue: "" };
  session.secret.attach(next);
  expect([before.value, next.value, session.secret.text]).toEqual(["", SECRET, SECRET]);
  session.forget();
  expect([next.value, look().secret.bytes]).toEqual(["", 0]);
});

test("one of many URLs is no edit of the case that was on show before", async () => {
  const { session, typeSecret, look } = open();
  const right = signed("/a.jpg?width=300");
  const row = right.replace("300", "301");
  session.type(right);
  typeSecret(SECRET);
  await settled(session);
  const told = () => {
    const { request } = look().reading;
    return request.ok ? session.explainEdit(request.value, right.slice(-40)) : undefined;
  };
  session.type(row);
  await settled(session);
  expect(told()?.mistakes).toHaveLength(1);

  session.type(right);
  await settled(session);
  session.openRow(row, libpixel);
  await settled(session);
  expect(look().state.pasted).toBe(row);
  expect(told()).toBeNull();
  expect(look().undoesClick).toBe(false);
});

test("a token that lost digits says no hash, and was made by that of the whole one", async () => {
  const { session, typeSecret, look } = open();
  const query = "url=https%3A%2F%2Fa.test";
  const token = createHmac("sha256", SECRET).update(query).digest("hex");
  const link = `https://api.urlbox.com/v1/KEY/${token}/png?${query}`;
  session.type(link);
  typeSecret(SECRET);
  await settled(session);
  expect(look().state).toMatchObject({ scheme: { id: "urlbox" }, hash: "SHA-1" });
  session.type(link.replace(token, token.slice(0, -1)));
  await settled(session);
  const { request } = look().reading;
  const told = request.ok ? session.explainEdit(request.value, "not of this hash") : null;
  expect(told?.mistakes.map(({ id }) => id)).toEqual(["signature-truncated"]);
  expect(told).toMatchObject({ repaired: link, formula: expect.stringContaining("HMAC") });
});

describe("the published secret of an example", () => {
  test("makes room for what is put into the field, wherever", async () => {
    const { place, typeSecret, look, session } = open();
    expect(place.field.value).toBe("demo-auth-secret");
    expect(session.secret.text).toBe("demo-auth-secret");
    typeSecret("mine");
    expect(session.secret.text).toBe("mine");
    expect(look().secret).toMatchObject({ demo: false, characters: 4 });
  });

  test.each([
    "demo-auth-secretmine",
    "minedemo-auth-secret",
    "demominee-auth-secret".replace("minee", "mine"),
  ])("leaves no trace in %s, typed before anything was listening", (early) => {
    const session = new Session(initialState(), createQueryClient());
    const field = { value: early, defaultValue: "demo-auth-secret" };
    session.secret.attach(field);
    expect(field.value).toBe("mine");
    expect(session.snapshot().secret.demo).toBe(false);
  });

  test("stays while options are played with, and leaves with host, path or API key", () => {
    const { session, look, typeSecret } = open();
    session.type("https://acme-shop.libpx.com/products/hero.jpg?width=640");
    expect(look().secret.demo).toBe(true);
    session.type("https://acme-shop.libpx.com/products/hero2.jpg?width=640");
    expect(look().secret).toMatchObject({ demo: false, bytes: 0 });
    session.undo();
    expect(look().secret.demo).toBe(true);
    session.redo();
    expect(look().secret.demo).toBe(false);
    typeSecret("mine");
    session.undo();
    expect(session.secret.text).toBe("mine");
    session.openExample(libpixel, libpixel.examples[0]);

    const urlbox = findScheme("urlbox");
    const built = urlbox?.examples.find(({ settings }) => settings);
    if (!urlbox || !built) throw new Error("no example that builds a link");
    session.openExample(urlbox, built);
    expect(look().secret.demo).toBe(true);
    session.edit({ settings: { apiKey: "mine", format: "png" } });
    expect(look().secret.demo).toBe(false);
  });

  test("asked for, it signs; a signature of somebody else’s it never judges", () => {
    const { session, look } = open();
    session.type(OWN);
    session.useDemo();
    session.type(`${OWN}&blur=1`);
    expect(look()).toMatchObject({ hasSecret: true, secret: { demo: true } });
    session.type(signed("/own.jpg?width=300"));
    expect(look().hasSecret).toBe(false);
  });
});

describe("a secret that was typed", () => {
  test("is a step back away from the example that took its place, until the next", async () => {
    const { session, typeSecret, place, look } = open();
    typeSecret(SECRET);
    session.type(OWN);
    session.openExample(libpixel, libpixel.examples[1] ?? libpixel.examples[0]);
    await settled(session);
    expect(session.secret.text).toBe("demo-auth-secret");
    session.undo();
    await settled(session);
    expect(place.field.value).toBe(SECRET);
    expect(look().state.pasted).toBe(OWN);
    session.redo();
    await settled(session);
    expect(session.secret.text).toBe("demo-auth-secret");
    typeSecret("another");
    session.undo();
    await settled(session);
    expect(session.secret.text).toBe("another");
  });

  test("comes back with its case from an example that was cleared, also after that was undone", async () => {
    const { session, typeSecret, place, look } = open();
    typeSecret(SECRET);
    session.type(OWN);
    const own = readKept(keepCase(look()));
    if (!own) throw new Error("not kept");
    for (const undoes of [false, true]) {
      session.openExample(libpixel, libpixel.examples[1] ?? libpixel.examples[0]);
      session.edit({ pasted: "" });
      expect(session.secret).toMatchObject({ text: "", isOwn: true });
      if (undoes) session.undo();
      if (undoes) expect(session.secret.text).toBe("demo-auth-secret");
      session.comeBack(own.state, own.demo);
      await settled(session);
      expect(place.field.value).toBe(SECRET);
    }
    session.openExample(libpixel, libpixel.examples[0]);
    session.edit({ pasted: `https://a.test/?key=${SECRET}` });
    expect(keepCase(look()), "it is looked for while it is aside").toBeNull();
    typeSecret("another");
    session.comeBack(own.state, own.demo);
    expect(session.secret.text).toBe("another");
  });

  test("is gone when it is forgotten, from aside, too", async () => {
    const { session, typeSecret } = open();
    typeSecret(SECRET);
    session.openExample(libpixel, libpixel.examples[0]);
    session.forget();
    session.undo();
    await settled(session);
    expect(session.secret.text).toBe("");
  });

  test("comes back after a paste took its place, until the next edit, and is forgotten with it", () => {
    const { session, place, typeSecret, look } = open();
    const paste = (text: string) => {
      const before = place.field.value;
      place.field.value = text;
      session.secret.edited();
      session.secret.tookPlaceOf(before);
    };
    typeSecret(SECRET);
    paste("LIBPIXEL_SECRET=another");
    session.secret.assigned();
    session.secret.takeValue("another");
    expect(look().secret).toMatchObject({ characters: 7, replaced: SECRET.length });
    session.type(`https://a.test/?key=${SECRET}`);
    expect(keepCase(look()), "it is looked for while it can come back").toBeNull();
    session.secret.putBack();
    expect(session.secret).toMatchObject({ text: SECRET, pastesInto: true, facts: { replaced: 0 } });
    paste("another");
    expect(session.secret.pastesInto).toBe(false);
    typeSecret("s", true);
    expect(session.secret).toMatchObject({ asideText: "", facts: { replaced: 0 } });
    for (const drop of [session.forget, () => session.openFromOutside({ pasted: OWN })]) {
      typeSecret(SECRET);
      paste("another");
      drop();
      expect(session.secret).toMatchObject({ asideText: "", facts: { replaced: 0 } });
    }
  });

  test("is held while it is aside, so that idle minutes forget it, too", async () => {
    const { session, typeSecret } = open();
    expect(session.secret.isOwn).toBe(false);
    typeSecret(SECRET);
    session.openExample(libpixel, libpixel.examples[0]);
    await settled(session);
    expect(session.secret).toMatchObject({ isOwn: true, text: "demo-auth-secret" });
    session.forget();
    expect(session.secret.isOwn).toBe(false);
  });

  test("is being typed until typing rests or the field is left", () => {
    vi.useFakeTimers();
    const { session, typeSecret, look } = open();
    typeSecret("a", true);
    expect(look().secret.typing).toBe(true);
    vi.advanceTimersByTime(REST - 1);
    typeSecret("b", true);
    vi.advanceTimersByTime(REST - 1);
    expect(look().secret.typing).toBe(true);
    vi.advanceTimersByTime(1);
    expect(look().secret.typing).toBe(false);
    typeSecret("c", true);
    session.secret.leave();
    expect(look().secret.typing).toBe(false);
    vi.useRealTimers();
  });

  test.each([
    ["https://a.test/?key=sec%20ret%2Fof-mine", "sec ret/of-mine", true],
    ["https://a.test/?key=sec%2520ret%252Fof-mine", "sec ret/of-mine", true],
    ["https://a.test/?key=sec+ret/of-mine", "sec ret/of-mine", true],
    ["https://a.test/?key=sec%20ret", "sec ret/of-mine", false],
    ["https://a.test/?key=c2VjIHJldC9vZi1taW5l", "sec ret/of-mine", true],
    ["https://a.test/?key=bz4%252Fbz4%252Fbw%253D%253D", "o>?o>?o", true],
    ["https://a.test/?key=bz4_bz4_bw", "o>?o>?o", true],
    ["https://a.test/?key=736563207265742F6F662D6D696E65", "sec ret/of-mine", true],
    ["https://a.test/?key=736563207265742F", "sec ret/of-mine", false],
    ["https://a.test/?w=300", "300", false],
  ])("in %s is seen", (url, secret, holds) => {
    const { session, typeSecret, look } = open();
    typeSecret(secret);
    session.type(url);
    expect(look().holdsSecret).toBe(holds);
  });
});

describe("a case that was not made here", () => {
  test("from outside, clears a secret that was typed, for good", async () => {
    const { session, typeSecret } = open();
    typeSecret(SECRET);
    session.openFromOutside({ pasted: OWN });
    expect(session.secret).toMatchObject({ text: "", isOwn: false });
    session.undo();
    await settled(session);
    expect(session.secret.text).not.toBe(SECRET);
  });

  test("by a link that was followed, is shown without a secret that was typed, which comes back with its case", async () => {
    const { session, typeSecret, place, look } = open();
    const linked = (url: string) =>
      linkedState(readLink(`v=1&scheme=libpixel&url=${encodeURIComponent(url)}`));
    typeSecret(SECRET);
    session.type(OWN);
    const own = readKept(keepCase(look()));
    const expectAway = async () => {
      await settled(session);
      expect(place.field.value).toBe("");
      expect(session.secret).toMatchObject({ text: "", isOwn: true });
      expect(look()).toMatchObject({ hasSecret: false, keepsSecret: true });
    };
    session.openLinked(linked("https://b.test/1.jpg"));
    await expectAway();
    const first = readKept(keepCase(look()));
    session.openLinked(linked("https://b.test/2.jpg"));
    await expectAway();
    if (!own || !first) throw new Error("not kept");
    const back = (kept: typeof own) => session.comeBack(kept.state, kept.demo, kept.state.arrival.length > 0);
    back(first);
    await expectAway();
    back(own);
    await settled(session);
    expect([place.field.value, look().hasSecret]).toEqual([SECRET, true]);
    back(first);
    await expectAway();
    back(own);
    await settled(session);
    session.openLinked(linked("https://b.test/3.jpg"));
    session.undo();
    await settled(session);
    expect([look().state.pasted, place.field.value]).toEqual([OWN, SECRET]);
    session.redo();
    await expectAway();
    typeSecret("another");
    expect(keepCase(look()), "a case with a secret of its own").not.toHaveProperty("linked");
    session.undo();
    expect(session.secret.text).toBe("another");
    session.openLinked(linked("https://b.test/4.jpg"));
    session.forget();
    back(own);
    await settled(session);
    expect(session.secret).toMatchObject({ text: "", isOwn: false });
  });

  test("another vendor’s rule, chosen here, keeps it", async () => {
    const { session, typeSecret, look } = open();
    typeSecret(SECRET);
    session.type(OWN);
    session.chooseScheme(findScheme("urlbox") ?? libpixel);
    await settled(session);
    expect(look().state).toMatchObject({ scheme: { id: "urlbox" }, pasted: OWN });
    expect(session.secret.text).toBe(SECRET);
  });

  test("from the browser’s history, brings its published secret, or takes one that is on show away", async () => {
    const { session, look } = open();
    const first = look().state;
    session.comeBack({ ...first, pasted: OWN }, false);
    await settled(session);
    expect(session.secret.text).toBe("");
    session.comeBack(first, true);
    await settled(session);
    expect(session.secret.text).toBe("demo-auth-secret");
  });

  test("from the browser’s history, leaves a secret that was typed", async () => {
    const { session, typeSecret, look } = open();
    typeSecret(SECRET);
    session.comeBack({ ...look().state, pasted: OWN }, false);
    await settled(session);
    expect(session.secret.text).toBe(SECRET);
  });

  test("without its published secret, begins with none", () => {
    const session = new Session(initialState(), createQueryClient(), { demo: false });
    expect(session.snapshot().secret).toMatchObject({ demo: false, bytes: 0 });
  });

  test("is an entry of the browser’s history, once for each", () => {
    const { session, look } = open();
    const counts = () => look().opened;
    session.type(OWN);
    expect(counts()).toBe(0);
    session.openExample(libpixel, libpixel.examples[0]);
    expect(counts()).toBe(1);
    session.openMany();
    session.openMany();
    expect(counts()).toBe(2);
    session.openRow(OWN, libpixel);
    expect(counts()).toBe(3);
    session.edit({ pasted: `${OWN}&blur=1` });
    expect(counts()).toBe(3);
    session.openOffered(OWN);
    expect(counts()).toBe(4);
    session.undo();
    expect([counts(), look().state.pasted]).toEqual([3, `${OWN}&blur=1`]);
    session.redo();
    expect(counts()).toBe(4);
  });
});

describe("the last valid text", () => {
  test("is known while its secret, scheme and hash stay", async () => {
    const { session, typeSecret, look } = open();
    typeSecret(SECRET);
    const url = signed("/own.jpg?width=300");
    session.type(url);
    await vi.waitFor(() => expect(look().valid?.pasted).toBe(url));
    session.type(url.replace("300", "301"));
    await settled(session);
    expect(look().valid?.pasted).toBe(url);
    typeSecret("x");
    expect(look().valid).toBeNull();
  });

  test("is one that was checked: a mismatch never becomes it", async () => {
    const { session, typeSecret, look } = open();
    typeSecret(SECRET);
    session.type(signed("/own.jpg?width=300", "another"));
    await settled(session);
    expect(look().valid).toBeNull();
  });
});

describe("what is typed", () => {
  test("is undone by words, not by letters, and only a click shows the button", () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const { session, look } = open();
    session.type(OWN);
    for (const text of ["&", "&b", "&bl"]) session.type(OWN + text);
    vi.advanceTimersByTime(2_000);
    session.type(`${OWN}&blur`);
    expect(look().undoesClick).toBe(false);
    session.undo();
    expect(look().state.pasted).toBe(`${OWN}&bl`);
    session.undo();
    expect(look().state.pasted).toBe(OWN);
    session.edit({ pasted: "" });
    expect(look().undoesClick).toBe(true);
    session.undo();
    expect(look()).toMatchObject({ undoesClick: false, state: { pasted: OWN } });
    vi.useRealTimers();
  });

  test("says what a paste has switched, one step after the other", () => {
    const { session, look } = open();
    const steps = () => [look().state.scheme.id, look().state.hash, look().switched];
    session.type(
      "Our new plan wants SHA-256: <https://api.urlbox.com/v1/KEY/png?url=a.example> Can you look?",
    );
    expect(steps()).toEqual(["urlbox", "SHA-256", "Switched to SHA-256, because of what you pasted."]);
    session.undo();
    expect(steps()).toEqual(["urlbox", "SHA-1", "Switched to Urlbox."]);
    session.undo();
    expect(steps()).toEqual(["libpixel", "SHA-1", ""]);
    session.edit({ pasted: "" });
    expect(steps()).toEqual(["libpixel", "SHA-1", ""]);
  });

  const TOKEN = "da1dce89bbe6837b5255759ce197a509f50e80ef";
  const PAGE = "url=https%3A%2F%2Fexample.org%2F&width=1280";
  const TARGET = `/v1/pk7Gh2Kd91xQ/${TOKEN}/png?${PAGE}`;
  const SAYS = "x-urlbox-error-message: The generated token was incorrect.";

  test.each([
    ["a path alone", TARGET],
    ["a line of a log", `10.0.0.7 - - [26/Nov/2026:10:00:00 +0000] "GET ${TARGET} HTTP/1.1" 401 93`],
    ["the vendor’s error above a request line", `${SAYS}\nGET ${TARGET}`],
    ["another format and hash", `/v1/k/${"0a".repeat(32)}/mhtml?width=3&html=%3Cb%3E`],
    ["an unescaped page with a signature", `/v1/k/${TOKEN}/png?url=https://a.libpx.com/b.jpg?w=1&x=${TOKEN}`],
  ])("is read by Urlbox’s rule where it has the form of its links: %s", (_, text) => {
    const { session, look } = open();
    session.type(text);
    const { state, reading } = look();
    expect(state.scheme.id).toBe("urlbox");
    expect(reading.request.ok && reading.request.value.found?.misplaced).toBeNull();
    expect(state.arrival[0]?.sentence).toContain("has the form of a link to Urlbox");
  });

  test.each([
    ["a page’s own URL", `https://img.nordlicht.example/a.jpg?width=9&signature=${TOKEN}`, libpixel],
    [
      "upper-case digits",
      `https://img.nordlicht.example/a.jpg?width=9&signature=${TOKEN.toUpperCase()}`,
      libpixel,
    ],
    [
      "words around it",
      `this one fails: https://img.nordlicht.example/a.jpg?width=9&signature=${TOKEN} why?`,
      libpixel,
    ],
    ["a render link", `https://shots.nordlicht.example${TARGET}`, urlbox],
    ["a render link in a folder", `https://nordlicht.example/shots${TARGET}`, urlbox],
  ])("a host of one’s own hides no form, whichever vendor was chosen: %s", async (_, text, vendor) => {
    for (const chosen of [libpixel, urlbox]) {
      const { session, look } = open();
      session.chooseScheme(chosen);
      session.type(text);
      const { state, reading, undoesClick } = look();
      expect(state.scheme).toBe(vendor);
      expect(reading.request.ok && reading.request.value.found?.text.toLowerCase()).toBe(TOKEN);
      if (chosen === vendor) continue;
      expect(state.arrival[0]?.sentence).toContain(`This URL has the form of a link to ${vendor.label}`);
      expect(undoesClick).toBe(true);
      session.undo();
      expect(look().state.scheme).toBe(chosen);
    }
  });

  test("a page whose own URL is signed stays a page for whoever has entered an API key", () => {
    const { session, look } = open();
    session.chooseScheme(urlbox);
    session.edit({ settings: { apiKey: "pk7Gh2Kd91xQ", format: "png" } });
    session.type(`https://img.nordlicht.example/a.jpg?width=9&signature=${TOKEN}`);
    expect(look().state.scheme).toBe(urlbox);
  });

  test("a vendor’s own host tells more than a form", () => {
    const { session, look } = open();
    session.type(`https://api.urlbox.com/v1/k/png?url=a.example&signature=${TOKEN}`);
    expect(look().state.scheme).toBe(urlbox);
  });

  test.each([
    ["a folder named v1", `/v1/photos/a.jpg?width=640&signature=${TOKEN}`],
    ["a folder and a name like a format", `/v1/photos/png?url=b&signature=${TOKEN}`],
    ["digits for a name", `/v1/photos/${TOKEN}/png?width=640&signature=${TOKEN}`],
    ["a parameter named url", `/v1/photos/${TOKEN}/png?url=b&width=640&signature=${TOKEN}`],
    ["digits, and no format behind them", `/v1/photos/${TOKEN}/edit?url=b`],
  ])("stays LibPixel’s though its path begins with /v1/: %s", (_, text) => {
    const { session, look } = open();
    session.type(text);
    expect(look().state.scheme.id).toBe("libpixel");
  });

  test("is read by LibPixel’s rule again where its form is that, and Undo keeps the one chosen", () => {
    const { session, look } = open();
    session.type(TARGET);
    session.type(`/shop/a.jpg?width=640&signature=${TOKEN}`);
    expect(look().state.scheme.id).toBe("libpixel");
    session.undo();
    expect(look().state.scheme.id).toBe("urlbox");
  });

  test("switches no hash where the token’s length decides it", () => {
    const { session, look } = open();
    session.type(
      `It should be the HMAC SHA256: https://api.urlbox.com/v1/KEY/${"ab".repeat(20)}/png?url=a.b`,
    );
    expect(look().state).toMatchObject({ scheme: { id: "urlbox" }, hash: "SHA-1" });
    expect(look().switched).toBe("Switched to Urlbox.");
  });

  test("is one change though the browser tells of it twice", () => {
    const { session, look } = open();
    const text = "GET\nhttps://api.urlbox.com/v1/KEY/png?url=a.example";
    session.type(text);
    const { state } = look();
    session.type(text);
    expect(look().state).toBe(state);
    expect(state.arrival).toMatchObject([{ kind: "other-scheme" }]);
  });

  test("is a paste, which is followed, though it is but one character longer", () => {
    const { session, look } = open();
    const link = "https://api.urlbox.com/v1/KEY/png?url=a.example";
    session.type("x".repeat(link.length - 1));
    session.type(link);
    expect(look().state.scheme.id).toBe("urlbox");
    session.undo();
    session.type(`${link}b`);
    expect(look().state.scheme.id).toBe("libpixel");
  });

  test("counts as another case only where it changes what is signed", () => {
    const { session, look } = open();
    const before = look().revisions;
    session.show({ view: "bytes" });
    expect(look().revisions).toEqual(before);
    session.type(OWN);
    expect(look().revisions.inputs).toBeGreaterThan(before.inputs);
  });
});

describe("a page that is still loading", () => {
  const loading = () => new Session(initialState(), createQueryClient());

  test("reads a plain URL at once, as later", () => {
    const session = loading();
    session.type(OWN);
    const { reading } = session.snapshot();
    expect(reading.request.ok).toBe(true);
    const whole = open().session;
    whole.type(OWN);
    expect(whole.snapshot().reading).toEqual(reading);
  });

  test("follows the host of a pasted link once it is read", async () => {
    const session = loading();
    session.type("Broken since Monday: <https://api.urlbox.com/v1/KEY/png?url=a.example> Can you look?");
    expect(session.snapshot().state.scheme.id).toBe("libpixel");
    await vi.waitFor(() => expect(session.snapshot().state.scheme.id).toBe("urlbox"));
    expect(session.snapshot().state.arrival).toMatchObject([{ kind: "other-scheme" }]);
  });

  test("keeps and shares nothing of a text before it is read, and then the URL in it", async () => {
    const session = loading();
    session.type(`API_SECRET=abcdef curl '${OWN}'`);
    const { state, reading } = session.snapshot();
    expect(reading.request).toMatchObject({ ok: false, problem: { kind: "reading" } });
    expect(keepCase(session.snapshot())).toBeNull();
    expect(JSON.stringify(linkedCase(state, reading, false))).not.toContain("abcdef");
    await vi.waitFor(() => expect(keepCase(session.snapshot())?.pasted).toBe(OWN));
    expect(session.snapshot().reading.request.ok).toBe(true);
  });
});

test("a link holds no secret that was pasted, with its name, where the URL belongs", () => {
  const { session } = open();
  for (const text of ["LIBPIXEL_SECRET=abcdef", "auth token: abcdef", "Authorization: Bearer abcdef"]) {
    session.type(text);
    const { state, reading } = session.snapshot();
    expect(JSON.stringify(linkedCase(state, reading, false))).not.toContain("abcdef");
  }
  session.type("no URL at all");
  const { state, reading } = session.snapshot();
  expect(linkedCase(state, reading, false).url).toBe("no URL at all");
});

describe("what the browser’s history keeps", () => {
  test("comes back as it was, without a secret", () => {
    const { session, typeSecret, look } = open();
    typeSecret(SECRET);
    session.edit({ scheme: findScheme("urlbox") ?? libpixel });
    session.edit({ hash: "SHA-256", settings: { apiKey: "k", format: "pdf" } });
    session.type("https://example.com/");
    const kept = keepCase(look());
    expect(JSON.stringify(kept)).not.toContain(SECRET);
    expect(readKept(structuredClone(kept))?.state).toMatchObject({
      scheme: { id: "urlbox" },
      pasted: "https://example.com/",
      hash: "SHA-256",
      settings: { apiKey: "k", format: "pdf" },
      demoSecret: "",
    });
  });

  test("comes back from an entry that an older page has written", () => {
    const { look, session } = open();
    session.edit({ scheme: findScheme("urlbox") ?? libpixel });
    const { settings: _, ...kept } = keepCase(look()) ?? {};
    const older = readKept({ ...kept, apiKey: "k", format: "pdf" });
    expect(older?.state.settings).toMatchObject({ apiKey: "k", format: "pdf" });
  });

  test("is nothing where the URL holds the secret, and the URL alone where something beside it may be one", () => {
    const { session, typeSecret, look } = open();
    typeSecret(SECRET);
    session.type(`${OWN}&key=${SECRET}`);
    expect(keepCase(look())).toBeNull();
    session.type(`API_SECRET=abcdef curl '${OWN}'`);
    expect(keepCase(look())?.pasted).toBe(OWN);
    session.type(`see “${OWN}”, please`);
    expect(keepCase(look())?.pasted).toBe(`see “${OWN}”, please`);
  });

  test.each([null, 1, "x", {}, { countersign: 1 }, { countersign: 1, scheme: "none", pasted: 1 }])(
    "is read with care: %j",
    (kept) => {
      expect(readKept(kept)).toBeNull();
    },
  );
});
