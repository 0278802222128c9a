import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { ownerNote, removeForsakenFolders } from "./remove-forsaken-folders";

const DAY_MS = 86_400_000;

function openBase(owners: Record<string, string>): string {
  const base = mkdtempSync(path.join(tmpdir(), "starwire-base-"));
  for (const [name, owner] of Object.entries(owners)) {
    mkdirSync(path.join(base, name, "data/global"), { recursive: true });
    writeFileSync(path.join(base, name, "data/global/pg_control"), "");
    if (owner) writeFileSync(path.join(base, name, ownerNote), `${owner}\n`);
  }
  return base;
}

test("only databases whose DATA_DIR is gone are deleted: temporary ones at once, others after 30 days", async () => {
  const base = openBase({
    used: tmpdir(),
    temporary: path.join(tmpdir(), "starwire-gone"),
    unmounted: "/mnt/starwire-gone/data",
    programs: "",
  });
  await removeForsakenFolders(base);
  expect(readdirSync(base).toSorted()).toEqual(["programs", "unmounted", "used"]);
  await removeForsakenFolders(base, Date.now() + 29 * DAY_MS);
  expect(readdirSync(base)).toContain("unmounted");
  await removeForsakenFolders(base, Date.now() + 31 * DAY_MS);
  expect(readdirSync(base).toSorted()).toEqual(["programs", "used"]);
});
