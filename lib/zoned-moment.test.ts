import { describe, expect, test } from "vitest";
import { daysLater, toLocalInput, zonedMoment } from "@/lib/zoned-moment";

describe("zonedMoment", () => {
  test.each([
    ["2026-11-26T09:00", "UTC", "2026-11-26T09:00:00.000Z"],
    ["2026-11-26T09:00", "Europe/Berlin", "2026-11-26T08:00:00.000Z"],
    ["2026-07-01T09:00", "America/New_York", "2026-07-01T13:00:00.000Z"],
    ["2026-11-26T09:00", "Asia/Kathmandu", "2026-11-26T03:15:00.000Z"],
    // The clock leaps from 2:00 to 3:00: as much later as the leap.
    ["2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
    // 2:30 comes twice: the first time.
    ["2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
    ["2026-10-25T03:30", "Europe/Berlin", "2026-10-25T02:30:00.000Z"],
  ])("%s in %s is %s", (local, timeZone, iso) => {
    expect(zonedMoment(local, timeZone)?.toISOString()).toBe(iso);
  });

  test.each(["", "soon", "2026-13-40T09:00", "2026-11-26"])("%j is no date and time", (local) => {
    expect(zonedMoment(local, "UTC")).toBeNull();
  });
});

test.each([
  ["2026-03-27T09:00:07.250Z", 3, "Europe/Berlin", "2026-03-30T08:00:07.250Z"],
  ["2026-10-24T07:30:00.000Z", 7, "Europe/Berlin", "2026-10-31T08:30:00.000Z"],
  ["2026-06-01T23:59:59.999Z", 30, "America/New_York", "2026-07-01T23:59:59.999Z"],
  ["2026-12-30T12:00:00.000Z", 0, "UTC", "2026-12-30T12:00:00.000Z"],
  // 2:30 of that day doesn't exist: as much later as the leap.
  ["2026-03-28T01:30:00.000Z", 1, "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
])("%s and %d days later in %s is %s", (iso, days, timeZone, later) => {
  expect(daysLater(new Date(iso), days, timeZone).toISOString()).toBe(later);
});

test("toLocalInput says what the clock on the wall shows", () => {
  expect(toLocalInput(new Date("2026-11-26T03:15:42Z"), "Asia/Kathmandu")).toBe("2026-11-26T09:00");
});
