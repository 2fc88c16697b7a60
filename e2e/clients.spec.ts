import { CLIENTS } from "../src/signing/clients/clients";
import { GIVEN_PARAMETERS } from "../src/signing/clients/given-parameters";
import type { HttpClient } from "../src/signing/clients/http-client";
import { SHAPES } from "../src/signing/clients/shapes";
import { expect, test } from "./fixtures";
import { fetchAll, isThere, REAL_CLIENTS, startRawServer } from "./real-clients";

test.describe.configure({ mode: "parallel", timeout: 120_000 });

/** What the table says, as the raw server would see it; `null` where nothing is sent. */
function expected(client: HttpClient, shape: string): string | null {
  // In the real request a number stands before, so that dots cannot rise above it.
  const sent = client.sent(`http://127.0.0.1/0${shape}`);
  if (sent.sends === "refused") return null;
  return sent.sends === "same" ? shape : sent.target.slice("/0".length);
}

const shown = (shapes: readonly string[], write: (shape: string, at: number) => string | null) =>
  shapes.map((shape, at) => `${shape} → ${write(shape, at) ?? "refused"}`);

for (const client of [...CLIENTS, ...GIVEN_PARAMETERS].filter(({ name }) => name !== "browsers")) {
  test(`${client.name} sends what the table says`, async () => {
    const real = REAL_CLIENTS.find(({ name }) => name === client.name);
    test.skip(!real || !isThere(real), `${client.name} is not on this machine.`);
    if (!real) return;
    const shapes = GIVEN_PARAMETERS.includes(client) ? SHAPES.filter(isListOfValues) : SHAPES;
    const server = await startRawServer();
    const origin = `http://127.0.0.1:${server.port}`;
    await fetchAll(
      real,
      shapes.map((shape, at) => `${origin}/${at}${shape}`),
    );
    server.close();
    expect(server.targets.size).toBeGreaterThan(SHAPES.length / 2);
    expect(shown(shapes, (_, at) => server.targets.get(at) ?? null)).toEqual(
      shown(shapes, (shape) => expected(client, shape)),
    );
  });
}

/** Pairs of name and value, each name once, and no escape that is none. */
function isListOfValues(shape: string): boolean {
  const query = shape.slice(shape.indexOf("?") + 1);
  return /^(?:(?:^|&)[a-z]=(?:[^&=%]|%[0-7][\da-f]|(?:%c3%a9))+)+$/i.test(query);
}

test("browsers send what the table says", async ({ page }) => {
  const client = CLIENTS.find(({ name }) => name === "browsers");
  const server = await startRawServer();
  const origin = `http://127.0.0.1:${server.port}`;
  await page.goto(`${origin}/`);
  await page.evaluate(
    async (urls) => {
      for (const url of urls) await fetch(url).catch(() => {});
    },
    SHAPES.map((shape, at) => `${origin}/${at}${shape}`),
  );
  server.close();
  expect(shown(SHAPES, (_, at) => server.targets.get(at) ?? null)).toEqual(
    shown(SHAPES, (shape) => (client ? expected(client, shape) : "")),
  );
});
