import { Fragment, useMemo, useState } from "react";
import type { Part } from "../../signing/types";
import { Button } from "../../ui/button";
import { PartsText } from "../parts-text";

const COLUMNS = 8;
const FIRST_ROWS = 32;

/** What is signed, byte by byte: offset, hex and character, in the colours of its parts. */
export function BytesView({ parts }: { readonly parts: readonly Part[] }) {
  const [rows, setRows] = useState(FIRST_ROWS);
  const shown = useMemo(() => inRows(parts, rows), [parts, rows]);
  const length = parts.reduce((sum, { text }) => sum + text.length, 0);
  return (
    <div className="rounded-box border border-line bg-surface">
      <section aria-label="Bytes" tabIndex={0} className="max-h-88 overflow-auto px-4 py-3">
        <table data-testid="bytes" className="font-mono text-xs/6 sm:text-sm/6">
          <thead className="text-left text-quiet">
            <tr>
              <th scope="col" className="pr-3 sm:pr-5 font-normal">
                offset
              </th>
              <th scope="col" className="pr-3 sm:pr-5 font-normal">
                hex
              </th>
              <th scope="col" className="font-normal">
                text
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((runs, row) => (
              <tr key={row}>
                <td className="pr-3 sm:pr-5 text-quiet">{(row * COLUMNS).toString(16).padStart(4, "0")}</td>
                <td className="pr-3 sm:pr-5 whitespace-nowrap">
                  {runs.map(({ kind, text }, index) => (
                    <Fragment key={index}>
                      {index > 0 && " "}
                      <span data-part={kind}>{toPairs(text)}</span>
                    </Fragment>
                  ))}
                </td>
                <td className="whitespace-pre">
                  <PartsText parts={runs} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {rows * COLUMNS < length && (
          <Button className="mt-2" onClick={() => setRows(rows * 4)}>
            Show more
          </Button>
        )}
      </section>
    </div>
  );
}

/** The parts cut into rows. What is signed is ASCII, so a character is a byte. */
function inRows(parts: readonly Part[], most: number): Part[][] {
  const rows: Part[][] = [];
  let left = 0;
  for (const { kind, text } of parts) {
    for (let at = 0; at < text.length; ) {
      if (left === 0) {
        if (rows.length === most) return rows;
        rows.push([]);
        left = COLUMNS;
      }
      const run = text.slice(at, at + left);
      rows.at(-1)?.push({ kind, text: run });
      at += run.length;
      left -= run.length;
    }
  }
  return rows;
}

function toPairs(text: string): string {
  return Array.from(text, (char) => char.charCodeAt(0).toString(16).padStart(2, "0")).join(" ");
}
