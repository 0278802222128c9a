import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { z } from "zod";
import { isRunning, processIdentity } from "./process-identity";

const holderSchema = z.object({ holder: z.string(), url: z.string(), children: z.array(z.string()) });

/** What a lock file says: the process that holds it, where that answers, and its children (process identities). */
export type Holder = z.infer<typeof holderSchema>;

export type LockAnswer = { isMine: true; before: Holder | null } | { isMine: false; holder: Holder };

/**
 * Takes a lock that a killed holder can't leave behind: its file names a process, and counts only while that runs.
 * `before` is such a dead holder, if there was one.
 */
export async function takeLock(file: string, url: string): Promise<LockAnswer> {
  const draft = `${file}.${process.pid}`;
  const identity = processIdentity(process.pid);
  if (identity === null) throw new Error("This process has no identity.");
  await writeHolder(draft, { holder: identity, url, children: [] });
  try {
    let before: Holder | null = null;
    for (;;) {
      // link() fails when the file exists, so of several at once one wins.
      if (await succeeds(link(draft, file))) return { isMine: true, before };
      const text = await readFile(file, "utf8").catch(() => null);
      if (text === null) continue;
      const found = parseHolder(text);
      if (found && isRunning(found.holder)) return { isMine: false, holder: found };
      before = found;
      await takeAway(file, text);
    }
  } finally {
    await rm(draft, { force: true });
  }
}

/** Notes the children of this process, for the start that finds it killed. The caller holds the lock. */
export async function noteChildren(file: string, url: string, pids: number[]): Promise<void> {
  const children = pids.map(processIdentity).filter((identity) => identity !== null);
  const draft = `${file}.${process.pid}`;
  await writeHolder(draft, { holder: processIdentity(process.pid) ?? "", url, children });
  await rename(draft, file);
}

/** Removes a dead holder's file; puts it back when another process replaced it in between. */
async function takeAway(file: string, deadText: string): Promise<void> {
  const aside = `${file}.dead.${process.pid}`;
  if (!(await succeeds(rename(file, aside)))) return;
  const moved = await readFile(aside, "utf8");
  if (moved !== deadText) await succeeds(link(aside, file));
  await rm(aside, { force: true });
}

function parseHolder(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function writeHolder(file: string, holder: Holder): Promise<void> {
  return writeFile(file, `${JSON.stringify(holder)}\n`);
}

function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
