import { expect, test } from "vitest";
import type { Access } from "@/lib/auth/access";
import { savePageSettings } from "@/lib/review-page/commands";
import { DEFAULT_PAGE_SETTINGS, readPublicLinks } from "@/lib/review-page/page-settings";
import { findPublicPage, getPageSettings } from "@/lib/review-page/queries";
import { pageSettingsInput } from "@/lib/review-page/schema";
import { createRatingLinkFixture, openLink } from "@/prisma/testing/rating-link-fixture";
import { createTestDatabase } from "@/prisma/testing/test-database";

await createTestDatabase();

const accessTo = (project: { id: string; slug: string }): Access => ({
  userId: "usr_1",
  userName: "Ada",
  projectId: project.id,
  projectSlug: project.slug,
  role: "admin",
});

test("what is saved is what customers see, in this project only", async () => {
  const mine = await createRatingLinkFixture();
  const other = await createRatingLinkFixture();
  const saved = {
    ...DEFAULT_PAGE_SETTINGS,
    title: "كيف كانت زيارتك؟",
    color: "#ff0000",
    links: [{ label: "Search engine 🥐", url: "https://example.com/reviews?a=1" }],
    ratingSave: "always_confirm" as const,
    linkExpiryDays: 14,
  };
  await savePageSettings(accessTo(mine.project), pageSettingsInput.parse(saved));
  expect((await openLink(mine.token)).page).toEqual(saved);
  expect((await findPublicPage(mine.project.slug))?.page).toEqual(saved);
  expect((await getPageSettings(accessTo(mine.project))).settings).toEqual(saved);
  expect((await openLink(other.token)).page).toEqual(DEFAULT_PAGE_SETTINGS);
});

test("defaults are valid settings", () => {
  expect(pageSettingsInput.parse(DEFAULT_PAGE_SETTINGS)).toEqual(DEFAULT_PAGE_SETTINGS);
});

test.each([
  [{ title: " " }, "Enter the question that customers answer."],
  [{ intro: "x".repeat(1_001) }, "Use at most 1,000 characters."],
  [{ color: "red" }, "Use six digits, for example #0f766e."],
  [{ color: "#fff;}" }, "Use six digits, for example #0f766e."],
  [
    { links: [{ label: "X", url: "javascript:alert(1)" }] },
    "This isn't a full URL, for example https://example.com/reviews.",
  ],
  [
    { links: [{ label: "X", url: "example.com" }] },
    "This isn't a full URL, for example https://example.com/reviews.",
  ],
  [{ links: [{ label: "", url: "https://example.com" }] }, "Give the link a name, for example Google."],
  [
    { links: Array.from({ length: 9 }, () => ({ label: "X", url: "https://example.com" })) },
    "Use at most 8 links.",
  ],
])("%j is refused: %s", (change, sentence) => {
  const parsed = pageSettingsInput.safeParse({ ...DEFAULT_PAGE_SETTINGS, ...change });
  expect(parsed.error?.issues[0]?.message).toBe(sentence);
});

test("a link that isn't one of ours is not shown", () => {
  expect(
    readPublicLinks([
      { label: "Bad", url: "javascript:alert(1)" },
      { label: "Good", url: "https://a.example" },
    ]),
  ).toEqual([{ label: "Good", url: "https://a.example" }]);
  expect(readPublicLinks("nonsense")).toEqual([]);
});
