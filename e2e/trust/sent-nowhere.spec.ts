/** What a browser of its own sent and kept, while everything was done with a secret of this run alone and after it was closed. */
import { findCanary } from "../canary";
import { expect } from "../fixtures";
import { test } from "./exercised";

// All look at one browser, in this order, because it has to be closed for its files. What leaves now and then leaves.
test.describe.configure({ mode: "default", timeout: 120_000, retries: 0 });

/** Everything that reaches the server is written down. */
test("not on the network: after loading, no request at all", async ({ exercisedBrowser }) => {
  const { asked, requests, canary, planted } = exercisedBrowser;
  expect(requests.length).toBeGreaterThan(asked.length);
  // The browser itself asks now and then whether the service worker has changed.
  const lines = asked.map((request) => request.split("\n", 1)[0]);
  expect(lines.filter((line) => line !== "GET /sw.js")).toEqual([]);
  expect(findCanary(requests, canary)).toEqual([]);
  expect(findCanary(requests, planted)).not.toEqual([]);
});

/** The browser's own log has every connection that it made, whoever began it. */
test("not on the network: Chromium’s own log of it", async ({ exercisedBrowser }) => {
  const { canary, planted, origin } = exercisedBrowser;
  const { log } = await exercisedBrowser.close();
  expect(findCanary(log, canary)).toEqual([]);
  // The browser has business of its own with its maker; what counts is what the page began.
  const { events } = JSON.parse(log) as { events: { params?: { url?: string; initiator?: string } }[] };
  const begun = events.flatMap(({ params }) =>
    params?.url && params.initiator === origin ? [new URL(params.url).origin] : [],
  );
  expect([...new Set(begun)]).toEqual([origin]);
  expect(findCanary(log, planted)).not.toEqual([]);
});

/** Every file of the browser's profile is read after it was closed. */
test("not on disk", async ({ exercisedBrowser }) => {
  const { files } = await exercisedBrowser.close();
  const found = (text: string) =>
    [...files].filter(([, bytes]) => findCanary(bytes, text).length > 0).map(([path]) => path);
  expect(files.size).toBeGreaterThan(10);
  expect(found(exercisedBrowser.canary)).toEqual([]);
  expect(found(exercisedBrowser.planted)).not.toEqual([]);
});
