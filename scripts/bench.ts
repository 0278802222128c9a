import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { startBenchStage } from "./bench/bench-stage";

const { values } = parseArgs({ options: { json: { type: "string" }, only: { type: "string" } } });
const stage = await startBenchStage();
try {
  // Loaded after the stage has set the environment, which is read once.
  const { measureAll } = await import("./bench/measure-all");
  const measures = await measureAll(stage, values.only);
  if (values.json) await writeFile(values.json, `${JSON.stringify(measures, null, 2)}\n`);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  const [{ db }, { closeSql }] = await Promise.all([import("@/lib/db/client"), import("@/lib/db/sql")]);
  await Promise.all([db.$disconnect(), closeSql()]);
  await stage.stop();
}
process.exit();
