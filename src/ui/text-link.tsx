import type { ComponentProps } from "react";

/** What leads elsewhere from within a text; also for a button that stands beside such links. */
export const textLinkClass = "underline decoration-line underline-offset-3 hover:decoration-current";

export function TextLink({ className = "", ...props }: ComponentProps<"a">) {
  return <a {...props} className={`${textLinkClass} ${className}`} />;
}
