import { z } from "zod";
import { behind, cutPage } from "@/lib/db/list-page";
import { momentText } from "@/lib/moment-text";

/** What every list takes. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(50).describe("Rows of a page"),
  cursor: z.string().max(300).optional().describe("`next_cursor` of the page before"),
};

/** A time range of `created_at`, which every list takes. */
export const createdQuery = {
  createdFrom: momentText().optional().describe("Made at this time or later"),
  createdBefore: momentText().optional().describe("Made before this time"),
};

/** A page as lists answer it. */
export function pageAnswer<Row extends z.ZodType>(row: Row) {
  return z.object({
    data: z.array(row),
    next_cursor: z.string().nullable().describe("Null on the last page"),
  });
}

type PageInput = {
  cursor?: string | undefined;
  createdFrom?: string | undefined;
  createdBefore?: string | undefined;
};

/** The rows after the cursor and in the time range, as a `where`. */
export function pageWhere({ cursor, createdFrom, createdBefore }: PageInput) {
  return {
    AND: [
      ...behind(cursor),
      ...(createdFrom === undefined ? [] : [{ createdAt: { gte: new Date(createdFrom) } }]),
      ...(createdBefore === undefined ? [] : [{ createdAt: { lt: new Date(createdBefore) } }]),
    ],
  };
}

/** Rows of `limit + 1` as a page: the last one only tells that there is another. */
export function toPage<Row extends { id: string; createdAt: Date }, Shown>(
  rows: Row[],
  limit: number,
  show: (row: Row) => Shown,
): { data: Shown[]; next_cursor: string | null } {
  const { page, nextCursor } = cutPage(rows, limit);
  return { data: page.map(show), next_cursor: nextCursor };
}
