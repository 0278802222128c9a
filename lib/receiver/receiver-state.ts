import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { receiverFiles } from "@/lib/receiver/receiver-files";

const receiverState = z.object({
  /** Of the running receiver; null once it has ended. */
  pid: z.int().positive().nullable(),
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

/** Notes that this receiver has ended, unless another one has written its own note since. */
export function endReceiverState(pid: number, dataDir?: string): void {
  const state = readReceiverState(dataDir);
  if (state?.pid === pid) writeReceiverState({ ...state, pid: null }, dataDir);
}

/** The last note of a receiver; null when there never was one. */
export function readReceiverState(dataDir?: string): ReceiverState | null {
  try {
    const parsed = receiverState.safeParse(JSON.parse(readFileSync(receiverFiles(dataDir).state, "utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
