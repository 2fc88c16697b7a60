import { useMemo, useState } from "react";
import { Button } from "../ui/button";

const COLUMNS = 8;
const FIRST_ROWS = 32;

/** What is signed, byte by byte: offset, hex and character. */
export function BytesView({ text }: { readonly text: string }) {
  const [rows, setRows] = useState(FIRST_ROWS);
  const bytes = useMemo(() => new TextEncoder().encode(text.slice(0, rows * COLUMNS)), [text, rows]);
  const starts = Array.from(
    { length: Math.min(rows, Math.ceil(bytes.length / COLUMNS)) },
    (_, row) => row * COLUMNS,
  );
  return (
    <div className="rounded-box border border-line bg-surface">
      <section aria-label="Bytes" tabIndex={0} className="max-h-88 overflow-auto px-4 py-3">
        <table data-testid="bytes" className="font-mono text-sm/6">
          <thead className="text-left text-quiet">
            <tr>
              <th scope="col" className="pr-5 font-normal">
                offset
              </th>
              <th scope="col" className="pr-5 font-normal">
                hex
              </th>
              <th scope="col" className="font-normal">
                text
              </th>
            </tr>
          </thead>
          <tbody>
            {starts.map((start) => {
              const row = [...bytes.subarray(start, start + COLUMNS)];
              return (
                <tr key={start}>
                  <td className="pr-5 text-quiet">{start.toString(16).padStart(4, "0")}</td>
                  <td className="pr-5 whitespace-nowrap">
                    {row.map((byte) => byte.toString(16).padStart(2, "0")).join(" ")}
                  </td>
                  <td className="whitespace-pre">{String.fromCharCode(...row)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
        {rows * COLUMNS < text.length && (
          <Button className="mt-2" onClick={() => setRows(rows * 4)}>
            Show more
          </Button>
        )}
      </section>
    </div>
  );
}
