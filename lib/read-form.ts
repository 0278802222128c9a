import { readBody } from "@/lib/read-body";

/**
 * The fields of an `application/x-www-form-urlencoded` body, read up to 256 KB.
 * @throws AppError `payload_too_large` beyond that.
 */
export async function readForm(request: Request): Promise<URLSearchParams> {
  return new URLSearchParams((await readBody(request)).toString("utf8"));
}
