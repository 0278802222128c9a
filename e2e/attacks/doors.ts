import { execFileSync } from "node:child_process";
import { z } from "zod";
import type { ActionLock } from "@/lib/actions/action-lock";

/** An action as the build's manifest lists it: the id that requests name, a route that carries it, and its lock. */
export type Door = { id: string; name: string; route: string; lock: ActionLock | null };

const doorsSchema = z.array(
  z.object({ id: z.string(), name: z.string(), route: z.string(), lock: z.custom<ActionLock>().nullable() }),
);

/** Every action of the production build. */
export function readDoors(): Door[] {
  const program = ["--import", "tsx", "e2e/attacks/print-doors.ts"];
  return doorsSchema.parse(JSON.parse(execFileSync(process.execPath, program, { encoding: "utf8" })));
}
