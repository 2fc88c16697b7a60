import type { JSHandle, Page } from "@playwright/test";

export interface QueryClient {
  getQueryCache(): { getAll(): { queryKey: unknown; state: object; options: object }[] };
  getMutationCache(): { getAll(): { state: object; options: object }[] };
}

/** The page's one QueryClient, found as a debugger finds it: in React's own tree. */
export function findQueryClient(page: Page): Promise<JSHandle<QueryClient>> {
  return page.evaluateHandle(() => {
    const root = document.getElementById("root") ?? document.body;
    const key = Object.keys(root).find((name) => name.startsWith("__reactContainer")) ?? "";
    interface Fiber {
      child: Fiber | null;
      sibling: Fiber | null;
      memoizedProps: { client?: QueryClient } | null;
    }
    const pending: (Fiber | null)[] = [(root as unknown as Record<string, Fiber>)[key] ?? null];
    for (let fiber = pending.pop(); pending.length > 0 || fiber; fiber = pending.pop()) {
      if (fiber?.memoizedProps?.client?.getQueryCache) return fiber.memoizedProps.client;
      if (fiber) pending.push(fiber.sibling, fiber.child);
    }
    throw new Error("no QueryClient");
  });
}

/** Everything in both caches as one text. A key in it is an error of its own. */
export async function readQueryCache(page: Page): Promise<string> {
  const client = await findQueryClient(page);
  return client.evaluate((client) => {
    const seen = new WeakSet();
    const flatten = (_: string, value: unknown) => {
      if (value instanceof Error) return `${value.message}\n${value.stack}`;
      if (value instanceof CryptoKey) throw new Error("a CryptoKey is in the cache");
      if (typeof value !== "object" || value === null) return value;
      if (seen.has(value) || value === client) return undefined;
      seen.add(value);
      return value;
    };
    const queries = client.getQueryCache().getAll();
    const mutations = client.getMutationCache().getAll();
    return JSON.stringify(
      [
        queries.map(({ queryKey, state, options }) => ({ queryKey, state, options })),
        mutations.map(({ state, options }) => ({ state, options })),
      ],
      flatten,
    );
  });
}
