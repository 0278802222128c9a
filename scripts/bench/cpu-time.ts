import { readdirSync, readFileSync } from "node:fs";
import { sql } from "@/lib/db/sql";

const MS_PER_TICK = 10;

/**
 * Milliseconds of processor time that a process and all its descendants have used, ended ones included. Zero where there
 * is no /proc. On a machine with other work it says more than the clock does.
 */
export function cpuMsOfTree(pid: number): number {
  const processes = readProcesses();
  const sum = (of: number): number => {
    const own = processes.get(of);
    if (!own) return 0;
    const children = [...processes].filter(([, { parent }]) => parent === of).map(([child]) => sum(child));
    return children.reduce((total, one) => total + one, own.ms);
  };
  return sum(pid);
}

/** The process that all of this database's connections descend from. */
export async function postmasterPid(): Promise<number> {
  const [row] = await sql<{ pid: number }>("select pg_backend_pid() as pid");
  return (row && readProcesses().get(row.pid)?.parent) ?? 0;
}

/** Fields 4 and 14 to 17 of /proc/<pid>/stat: parent, own time, and that of children that were waited for. */
function readProcesses(): Map<number, { parent: number; ms: number }> {
  if (process.platform !== "linux") return new Map();
  return new Map(
    readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name): [number, { parent: number; ms: number }][] => {
        try {
          const stat = readFileSync(`/proc/${name}/stat`, "utf8");
          const fields = stat
            .slice(stat.lastIndexOf(")") + 2)
            .split(" ")
            .map(Number);
          const ticks = fields.slice(11, 15).reduce((total, one) => total + one, 0);
          return [[Number(name), { parent: fields[1] ?? 0, ms: ticks * MS_PER_TICK }]];
        } catch {
          return [];
        }
      }),
  );
}
