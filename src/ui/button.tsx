import type { ComponentProps } from "react";

const LOOKS = {
  plain: "border border-line bg-surface text-ink hover:border-edge",
  strong: "border border-ink bg-ink text-paper hover:opacity-90",
  bare: "border border-transparent text-soft hover:text-ink hover:bg-sunken",
} as const;

export interface ButtonProps extends ComponentProps<"button"> {
  readonly look?: keyof typeof LOOKS | undefined;
}

/** The one button: 44 px high where fingers point, 36 px where a mouse does. */
export function Button({ look = "plain", className = "", ...props }: ButtonProps) {
  return <button type="button" {...props} className={`${buttonClass(look)} ${className}`} />;
}

/** The same for links that act. */
export function buttonClass(look: keyof typeof LOOKS): string {
  return `inline-flex min-h-9 pointer-fine:compact:min-h-7.5 pointer-coarse:min-h-11 pointer-coarse:min-w-11 items-center justify-center gap-1.5 whitespace-nowrap rounded-lg px-2.5 text-sm sm:px-3 font-medium transition duration-100 disabled:opacity-45 ${LOOKS[look]}`;
}
