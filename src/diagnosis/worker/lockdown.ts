/**
 * Takes from this worker every way to send or keep anything: a policy in the page's markup does not bind workers, and this
 * one is told the secret. Imported before anything else, so that it runs first.
 */
const WAYS_OUT = [
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "WebSocketStream",
  "EventSource",
  "WebTransport",
  "RTCPeerConnection",
  "importScripts",
  "Worker",
  "SharedWorker",
  "BroadcastChannel",
  "Notification",
  "FontFace",
  "indexedDB",
  "caches",
  "CacheStorage",
  "BackgroundFetchManager",
  "PushManager",
  "StorageBucketManager",
  "webkitRequestFileSystem",
  "webkitRequestFileSystemSync",
  "webkitResolveLocalFileSystemURL",
  "webkitResolveLocalFileSystemSyncURL",
];
const WAYS_OUT_OF_NAVIGATOR = [
  "sendBeacon",
  "storage",
  "storageBuckets",
  "serviceWorker",
  "locks",
  "connection",
  "permissions",
  "gpu",
  "usb",
  "serial",
  "hid",
];

for (const name of WAYS_OUT) drop(globalThis, name);
for (const name of WAYS_OUT_OF_NAVIGATOR) drop(navigator, name);

/** The object's own property and those that it inherits. */
function drop(owner: object, name: string): void {
  for (
    let holder: object | null = owner;
    holder && holder !== Object.prototype;
    holder = Object.getPrototypeOf(holder)
  ) {
    if (Object.hasOwn(holder, name)) Reflect.deleteProperty(holder, name);
  }
  if (name in owner) Reflect.defineProperty(owner, name, { value: undefined });
}
