import { z } from "zod";
import { AppError } from "@/lib/errors";
import { momentText } from "@/lib/moment-text";

/** A place in a list that is ordered by time, newest first, and id. */
export type Place = { createdAt: Date; id: string };

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

/** The rows after the cursor and in the time range, as a `where` whose first condition bounds the walk along an index. */
export function pageWhere({ cursor, createdFrom, createdBefore }: PageInput) {
  const after = cursor === undefined ? null : readCursor(cursor);
  return {
    AND: [
      ...(after
        ? [
            {
              createdAt: { lte: after.createdAt },
              OR: [
                { createdAt: { lt: after.createdAt } },
                { createdAt: after.createdAt, id: { lt: after.id } },
              ],
            },
          ]
        : []),
      ...(createdFrom === undefined ? [] : [{ createdAt: { gte: new Date(createdFrom) } }]),
      ...(createdBefore === undefined ? [] : [{ createdAt: { lt: new Date(createdBefore) } }]),
    ],
  };
}

/** The order that `pageWhere` continues. */
export const PAGE_ORDER: { createdAt: "desc" }[] | [{ createdAt: "desc" }, { id: "desc" }] = [
  { createdAt: "desc" },
  { id: "desc" },
];

/** Rows of `limit + 1` as a page: the last one only tells that there is another. */
export function toPage<Row extends Place, Shown>(
  rows: Row[],
  limit: number,
  show: (row: Row) => Shown,
): { data: Shown[]; next_cursor: string | null } {
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { data: page.map(show), next_cursor: last ? writeCursor(last) : null };
}

function writeCursor({ createdAt, id }: Place): string {
  return Buffer.from(`${createdAt.getTime()}.${id}`).toString("base64url");
}

function readCursor(cursor: string): Place {
  const [, time, id] = /^(\d{1,15})\.([\w-]{1,60})$/.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (!time || !id) throw new AppError("invalid", "This isn't a cursor of this list.", "cursor");
  return { createdAt: new Date(Number(time)), id };
}
