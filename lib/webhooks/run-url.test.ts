import { afterEach, expect, test, vi } from "vitest";
import { forgetEnv } from "@/lib/env";
import { runUrl } from "@/lib/webhooks/run-url";

afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

test("an attempt made without Inngest has no run to link to", () => {
  expect(runUrl(null)).toBeNull();
});

test.each([
  ["", "https://app.inngest.com/env/production/runs/01RUN"],
  ["http://127.0.0.1:8288", "http://127.0.0.1:8288/run?runID=01RUN"],
])("with INNGEST_BASE_URL %j a run is shown at %s", (server, url) => {
  if (server) vi.stubEnv("INNGEST_BASE_URL", server);
  forgetEnv();
  expect(runUrl("01RUN")).toBe(url);
});
