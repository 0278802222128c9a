import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { curlCommand } from "@/lib/webhooks/curl-command";
import { TEST_SEED } from "@/prisma/testing/test-seed";

/** What the shell hands to curl. */
function argumentsOf(command: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  return execFileSync("sh", ["-c", script], { encoding: "utf8" }).split("\0").slice(0, -1);
}

test("the shell hands over URL, headers and body to the letter", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 40 }).filter((each) => !each.includes("\0"));
  fc.assert(
    fc.property(text, text, text, (url, value, body) => {
      const command = curlCommand({ url, headers: [["webhook-id", value]], body });
      const expected = ["-X", "POST", "-H", `webhook-id: ${value}`, "--data-binary", body, url];
      expect(argumentsOf(command)).toEqual(expected);
    }),
    {
      seed: TEST_SEED,
      numRuns: 40,
      examples: [["https://a.example/?x=1&y=$(id)", 'it\'s `here` \\ "there"', '{"a":"\n$HOME \'"}']],
    },
  );
});
