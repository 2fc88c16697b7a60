import type { explainEdit } from "../diagnosis/edit/edit";
import type { find } from "../signing/find/find";
import type { findUrls } from "../signing/find/find-url";

/** What a session can do without while its page loads: finding URLs in larger texts, and telling what an edit changed. */
export interface Late {
  readonly find: typeof find;
  readonly findUrls: typeof findUrls;
  readonly explainEdit: typeof explainEdit;
}

export async function fetchLate(): Promise<Late> {
  const [{ find }, { findUrls }, { explainEdit }, { knownProblem }] = await fetchWhenOnline(() =>
    Promise.all([
      import("../signing/find/find"),
      import("../signing/find/find-url"),
      import("../diagnosis/edit/edit"),
      import("../schemes/no-links"),
    ]),
  );
  return {
    find: (pasted, rule) => {
      const finding = find(pasted, rule);
      return { ...finding, problem: knownProblem(finding.found?.url ?? pasted.trim()) };
    },
    findUrls,
    explainEdit,
  };
}

const RETRY_MILLISECONDS = 2000;

/** Fetches code, and tries again until it comes: a network that was lost while the page loaded may come back. */
export async function fetchWhenOnline<T>(fetchCode: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await fetchCode();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS));
    }
  }
}
