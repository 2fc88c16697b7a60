/** Says that the embed listens now: to our own hosts, then to GitBook's ContentKit webframe. */
export function readyMessages(): readonly unknown[] {
  return [
    { source: "countersign", type: "ready", version: 1 },
    // https://gitbook.com/docs/developers/integrations/development/contentkit/component-reference/webframe
    { action: { action: "@webframe.ready" } },
  ];
}

/** Says how many CSS pixels the whole content is high: to our own hosts, GitBook and Iframely. */
export function resizeMessages(height: number): readonly unknown[] {
  return [
    { source: "countersign", type: "resize", version: 1, height },
    { action: { action: "@webframe.resize", size: { height } } },
    // Iframely's embed.js reads text only: https://iframely.com/docs/cards-api
    JSON.stringify({ method: "resize", height }),
  ];
}
