import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { isRunning, processIdentity } from "./process-identity";
import { StartError } from "./start-error";

const holderSchema = z.object({ holder: z.string(), url: z.string(), children: z.array(z.string()) });

/** What `DATA_DIR/running.json` says: who holds the folder, where it answers, and its children (process identities). */
export type Holder = z.infer<typeof holderSchema>;

export type DataDirLock = {
  /** Children of an earlier holder that was killed and couldn't stop them. */
  orphans: string[];
  setChildren: (pids: number[]) => Promise<void>;
  release: () => Promise<void>;
};

/** Makes this process the only one on `dataDir`. @throws StartError naming the one that is there already */
export async function lockDataDir(dataDir: string, url: string): Promise<DataDirLock> {
  await mkdir(dataDir, { recursive: true });
  const file = path.join(dataDir, "running.json");
  const draft = `${file}.${process.pid}`;
  const me: Holder = { holder: processIdentity(process.pid) ?? "", url, children: [] };
  const write = (holder: Holder): Promise<void> => writeFile(draft, `${JSON.stringify(holder)}\n`);

  let orphans: string[] = [];
  await write(me);
  // link() fails when the file exists, so of several at once one wins.
  while (
    !(await link(draft, file).then(
      () => true,
      () => false,
    ))
  ) {
    const text = await readFile(file, "utf8").catch(() => null);
    if (text === null) continue;
    const found = holderSchema.safeParse(safeJson(text)).data;
    if (found && isRunning(found.holder)) {
      await rm(draft, { force: true });
      const pid = found.holder.split("@")[0];
      throw new StartError(
        `Starwire already runs on ${dataDir} (process ${pid}, ${found.url}). Stop it first, or give this one another DATA_DIR.`,
      );
    }
    orphans = found?.children.filter(isRunning) ?? [];
    await takeAway(file, text);
  }
  await rm(draft, { force: true });
  return {
    orphans,
    setChildren: async (pids) => {
      const children = pids.map(processIdentity).filter((identity) => identity !== null);
      await write({ ...me, children });
      await rename(draft, file);
    },
    release: () => rm(file, { force: true }),
  };
}

/** Removes a dead holder's file; puts it back when another start replaced it in between. */
async function takeAway(file: string, deadText: string): Promise<void> {
  const aside = `${file}.dead.${process.pid}`;
  if (
    !(await rename(file, aside).then(
      () => true,
      () => false,
    ))
  )
    return;
  const moved = await readFile(aside, "utf8");
  if (moved !== deadText) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
