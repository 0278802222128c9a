import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { isRunning } from "./process-identity";
import { noteChildren, takeLock } from "./process-lock";
import { StartError } from "./start-error";

export type DataDirLock = {
  /** Children (process identities) of an earlier start that was killed and couldn't stop them. */
  orphans: string[];
  setChildren: (pids: number[]) => Promise<void>;
  release: () => Promise<void>;
};

/** Makes this process the only one on `dataDir`. @throws StartError naming the one that is there already */
export async function lockDataDir(dataDir: string, url: string): Promise<DataDirLock> {
  await mkdir(dataDir, { recursive: true });
  const file = path.join(dataDir, "running.json");
  const answer = await takeLock(file, url);
  if (!answer.isMine) {
    const { holder } = answer;
    const pid = holder.holder.split("@")[0];
    throw new StartError(
      `Starwire already runs on ${dataDir} (process ${pid}, ${holder.url}): stop it first, or give this one another DATA_DIR.`,
    );
  }
  let noting = Promise.resolve();
  return {
    orphans: answer.before?.children.filter(isRunning) ?? [],
    setChildren: (pids) => {
      noting = noting.then(() => noteChildren(file, url, pids));
      return noting;
    },
    release: async () => {
      await noting;
      await rm(file, { force: true });
    },
  };
}
