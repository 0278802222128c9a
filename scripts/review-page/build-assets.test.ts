import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { CAPTURE_SCRIPT, FORM_SCRIPT } from "@/components/review-page/page-assets";
import { ASSETS_FILE, buildAssets } from "./build-assets";

test("the kept style and scripts are what their sources compile to (npm run review-page)", async () => {
  expect(await buildAssets()).toBe(await readFile(ASSETS_FILE, "utf8"));
});

test("the scripts stay small: capture 3 KB, both together 6 KB", () => {
  expect(Buffer.byteLength(CAPTURE_SCRIPT)).toBeLessThanOrEqual(3 * 1024);
  expect(Buffer.byteLength(CAPTURE_SCRIPT + FORM_SCRIPT)).toBeLessThanOrEqual(6 * 1024);
});
