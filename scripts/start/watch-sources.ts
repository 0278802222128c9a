import { watch } from "node:fs";
import path from "node:path";
import { projectRoot } from "./project-root";

const quietMs = 200;

/** Calls `onChange` once things are quiet after TypeScript sources under the folders changed. For development. */
export function watchSources(folders: string[], onChange: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  for (const folder of folders) {
    watch(path.join(projectRoot, folder), { recursive: true, persistent: false }, (_event, file) => {
      if (!file || !/\.tsx?$/.test(file) || /\.test\.tsx?$/.test(file)) return;
      clearTimeout(timer);
      timer = setTimeout(onChange, quietMs).unref();
    });
  }
}
