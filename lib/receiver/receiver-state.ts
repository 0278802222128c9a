import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { receiverFiles } from "@/lib/receiver/receiver-files";

const receiverState = z.object({
  pid: z.int().positive(),
  port: z.int().min(1).max(65_535),
  /** Bearer token of the control paths. */
  token: z.string().min(1),
});

export type ReceiverState = z.infer<typeof receiverState>;

/** Says where this receiver listens, in one move: readers never see half a file. */
export function writeReceiverState(state: ReceiverState, dataDir?: string): void {
  const file = receiverFiles(dataDir).state;
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(state), { mode: 0o600 });
  renameSync(draft, file);
}

/** Takes the note away, unless another receiver has written its own since. */
export function clearReceiverState(pid: number, dataDir?: string): void {
  if (readReceiverState(dataDir)?.pid === pid) rmSync(receiverFiles(dataDir).state, { force: true });
}

/** Where the receiver was last told to listen, running or not; null when there was none. */
export function readReceiverState(dataDir?: string): ReceiverState | null {
  try {
    const parsed = receiverState.safeParse(JSON.parse(readFileSync(receiverFiles(dataDir).state, "utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
