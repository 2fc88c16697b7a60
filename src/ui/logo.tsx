/** The mark: a signature that becomes a tick. */
export function Logo() {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className="size-7 shrink-0 compact:size-6">
      <rect width="32" height="32" rx="8" className="fill-ink accented" />
      <path
        d="M7 19.5c1.8 0 3-7.5 4.9-7.5 1.7 0-.2 7.3 1.6 7.3 1.5 0 1.9-3.6 3.3-3.6.9 0 .7 2.3 1.7 3.6L25 10.5"
        className="fill-none stroke-paper"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
