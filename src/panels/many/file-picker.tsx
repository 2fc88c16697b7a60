import { memo, useEffect } from "react";
import type { Session } from "../../session/session";
import { buttonClass } from "../../ui/button";

/** Chooses a file of URLs, or takes one that is dropped anywhere on the page. */
export const FilePicker = memo(function FilePicker({ session }: { readonly session: Session }) {
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      session.openMany(file, file.name);
    };
    document.addEventListener("dragover", over);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", over);
      document.removeEventListener("drop", drop);
    };
  }, [session]);
  return (
    <div data-screen className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
      <span className="relative">
        <input
          id="url-file"
          type="file"
          className="peer absolute inset-0 opacity-0"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) session.openMany(file, file.name);
            // The same file may be chosen again: it may have grown.
            currentTarget.value = "";
          }}
        />
        <label
          htmlFor="url-file"
          className={`${buttonClass("plain")} relative cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2`}
        >
          File of URLs
        </label>
      </span>
      <span>A log, list or page, chosen or dropped. It stays in this tab, and a reload forgets it.</span>
    </div>
  );
});
