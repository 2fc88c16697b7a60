import type { SecretFacts } from "../session/secret/secret-facts";
import type { Session } from "../session/session";
import { keepFocusWithin } from "./focus-within";
import { readyMessages, resizeMessages } from "./messages";
import type { EmbedRequest } from "./requests";

/** What reads a request comes late: most pages around the embed send none. */
export const loadRequests = () => import("./requests");

/** True inside another page; only then is anything said or listened to. */
const isFramed = (): boolean => window.parent !== window;

/**
 * Who embeds us is anybody's business, so the messages go to any origin: they hold a height and nothing else. What is shown
 * depends on the secret, and so would its height: from the first character of an own secret on nothing is said any more, for as
 * long as this document lives, for what was done with the secret there may outlive it. Returns a function that ends it.
 */
export function talkToHost(
  root: HTMLElement,
  { secret, subscribe }: Session,
  onRequest: (request: EmbedRequest) => void,
): () => void {
  if (!isFramed()) return () => {};
  const tell = (messages: readonly unknown[]) => {
    for (const message of messages) window.parent.postMessage(message, "*");
  };
  const listen = async ({ source, data }: MessageEvent) => {
    if (source !== window.parent) return;
    const { readRequest } = await loadRequests();
    const request = readRequest(data);
    if (request) onRequest(request);
  };
  let told = 0;
  // The root is as high as its content, whatever the frame's height: no answer of the host's changes it, so this settles.
  const observer = new ResizeObserver(() => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height === told || height === 0) return;
    told = height;
    tell(resizeMessages(height));
  });
  const fallSilent = () => {
    if (!isOwnSecret(secret.facts)) return;
    observer.disconnect();
    if (document.documentElement.dataset.frozen === "") return;
    const { scrollTop } = document.documentElement;
    document.documentElement.dataset.frozen = "";
    document.body.scrollTop = scrollTop;
    keepFocusWithin();
  };
  addEventListener("message", listen);
  tell(readyMessages());
  observer.observe(root);
  const unsubscribe = subscribe(fallSilent);
  fallSilent();
  return () => {
    removeEventListener("message", listen);
    unsubscribe();
    observer.disconnect();
  };
}

/** Published demo secrets are nobody's; the field of other secrets has none of those. */
function isOwnSecret({ bytes, demo, others }: SecretFacts): boolean {
  return others > 0 || (bytes > 0 && !demo);
}
