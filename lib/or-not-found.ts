import { notFound } from "next/navigation";
import { AppError } from "@/lib/errors";

/** For pages: an AppError `not_found` shows the not-found page, anything else goes on. */
export async function orNotFound<T>(query: Promise<T>): Promise<T> {
  try {
    return await query;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
}
