import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { failureCases } from "./cases/failure-cases";
import { limitCases } from "./cases/limit-cases";
import type { ParityCase, Scene } from "./cases/scene";
import { stepCases } from "./cases/step-cases";
import { toGolden } from "./golden-wire";
import { inProcess } from "./targets/in-process";
import { realServer } from "./targets/real-server";
import { signedHttp } from "./targets/signed-http";
import type { Target, TargetKind } from "./targets/target";

const { url } = await createTestDatabase();
const binary = process.env["INNGEST_BIN"];
/** Writes the wire logs anew, from `inngest dev`. */
const isRecording = process.env["PARITY_RECORD"] === "1";

const CASE_LIMIT_MS = 90_000;

const kinds: TargetKind[] = [
  inProcess(url),
  signedHttp(url),
  realServer("dev", binary),
  realServer("start", binary),
];
const modes = [
  { isCheckpointing: true, mode: "checkpointing" },
  { isCheckpointing: false, mode: "classic" },
];
const cases = [...stepCases, ...failureCases, ...limitCases];

describe.each(kinds)("$name", (kind) => {
  if (kind.skipReason !== null) {
    test("runs the same functions to the same effect", ({ skip }) => skip(kind.skipReason ?? ""));
    return;
  }
  describe.each(modes)("$mode", ({ isCheckpointing, mode }) => {
    const played = new Map<string, Promise<void>>();
    let target: Target | undefined;

    beforeAll(async () => {
      const started = await kind.start({ isCheckpointing });
      target = started;
      for (const [index, parityCase] of cases.entries()) {
        const play = playCase(
          parityCase,
          { target: started, key: `${kinds.indexOf(kind)}-${mode}-${index}` },
          kind,
          mode,
        );
        play.catch(() => {});
        played.set(parityCase.title, play);
      }
    });
    afterAll(async () => {
      await Promise.allSettled(played.values());
      await target?.stop();
    });

    test.each(cases)("$title", async ({ title }) => played.get(title), CASE_LIMIT_MS);
  });
});

async function playCase(parityCase: ParityCase, scene: Scene, kind: TargetKind, mode: string): Promise<void> {
  await parityCase.play(scene);
  if (!parityCase.golden) return;
  const { wire } = scene.target;
  const own = wire.of(scene.key);
  const failure = own[0] ? wire.of(own[0].call.ctx.run_id) : [];
  const seen = toGolden([...own, ...failure], scene.key);
  const file = fileURLToPath(new URL(`golden/${parityCase.golden}.${mode}.json`, import.meta.url));
  if (kind.isEngine) expect(seen).toEqual(JSON.parse(readFileSync(file, "utf8")));
  else if (isRecording && kind.name === "inngest dev")
    writeFileSync(file, `${JSON.stringify(seen, null, 2)}\n`);
}
