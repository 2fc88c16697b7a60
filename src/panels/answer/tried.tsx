import { groupDigits } from "../../signing/wording/group-digits";

/** How many were tried: grouped for the eye, while its text is digits only. */
export function Tried({ count }: { readonly count: number }) {
  return (
    <span data-testid="tried">
      {groupDigits(count)
        .split(",")
        .map((digits, at) => (
          <span key={at} className={at > 0 ? "thousand" : ""}>
            {digits}
          </span>
        ))}
    </span>
  );
}
