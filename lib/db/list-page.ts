import { AppError } from "@/lib/errors";

/** The order of lists: newest first. A cursor is the time and id of a page's last row, which may be gone by the next one. */
export const PAGE_ORDER: { createdAt: "desc" }[] | [{ createdAt: "desc" }, { id: "desc" }] = [
  { createdAt: "desc" },
  { id: "desc" },
];

/** The rows behind a page, in PAGE_ORDER, as conditions of a `where`; the first one bounds the walk along an index. */
export function behind(cursor: string | null | undefined) {
  if (cursor === null || cursor === undefined) return [];
  const { at, id } = readCursor(cursor);
  return [{ createdAt: { lte: at }, OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: id } }] }];
}

/** A page of up to `size` rows from one row more, which only tells that there is another page. */
export function cutPage<Row extends { id: string; createdAt: Date }>(
  rows: Row[],
  size: number,
  timeOf = (row: Row) => row.createdAt,
): { page: Row[]; nextCursor: string | null } {
  const page = rows.slice(0, size);
  const last = rows.length > size ? page.at(-1) : undefined;
  const nextCursor = last ? Buffer.from(`${timeOf(last).getTime()}.${last.id}`).toString("base64url") : null;
  return { page, nextCursor };
}

/** @throws AppError `invalid` for what `cutPage` didn't make. */
export function readCursor(cursor: string): { at: Date; id: string } {
  const [, time, id] = /^(\d{1,15})\.([\w-]{1,60})$/.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (!time || !id) throw new AppError("invalid", "This isn't a cursor of this list.", "cursor");
  return { at: new Date(Number(time)), id };
}
