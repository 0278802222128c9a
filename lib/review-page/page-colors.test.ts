import { expect, test } from "vitest";
import { contrast, pageColors } from "./page-colors";

test("contrast by the standard's own examples", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

test("a colour that can be read already is kept", () => {
  expect(pageColors("#0f766e").light.accent).toBe("#0f766e");
});

test.each([
  "#ffffff",
  "#000000",
  "#ffff00",
  "#ff0000",
  "#00ff88",
  "#808080",
  "#0000ff",
  "#fde68a",
  "not a colour",
])("%s can be read on both schemes, and what stands on it too", (color) => {
  const { light, dark } = pageColors(color);
  for (const surface of ["#ffffff", "#f3f4f6", light.onAccent]) {
    expect(contrast(light.accent, surface)).toBeGreaterThanOrEqual(4.5);
  }
  for (const surface of ["#12151a", "#1f242c", dark.onAccent]) {
    expect(contrast(dark.accent, surface)).toBeGreaterThanOrEqual(4.5);
  }
});
