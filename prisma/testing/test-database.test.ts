import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { createTestDatabase } from "./test-database";

const { url } = await createTestDatabase();

test("a test file has a migrated, empty database of its own", async () => {
  const name = await db.$queryRaw<{ name: string }[]>`select current_database()::text as name`;
  expect(url.endsWith(`/${name[0]?.name}`)).toBe(true);
  expect(await db.project.count()).toBe(0);
});

test("text sorts by code point, whatever the system's locale", async () => {
  const rows = await db.$queryRaw<
    { word: string }[]
  >`select word from unnest(array['b', 'a', 'B', 'ä']) as word order by word`;
  expect(rows.map((row) => row.word)).toEqual(["B", "a", "b", "ä"]);
});
