import { NextResponse } from "next/server";
import { AppError } from "@/lib/errors";
import { readBody } from "@/lib/read-body";
import { requireOwnOrigin } from "@/lib/require-own-origin";

/** Stands before every server action: nothing over 256 KB, nothing that another site made a browser send. */
export async function proxy(request: Request): Promise<Response> {
  try {
    requireOwnOrigin(request.headers);
    await readBody(request);
    return NextResponse.next();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({ code: error.code, sentence: error.message }, { status: error.status });
  }
}

/** Actions called by script, and forms that post without one. */
export const config = {
  matcher: [
    { source: "/:path*", has: [{ type: "header", key: "next-action" }] },
    { source: "/:path*", has: [{ type: "header", key: "content-type", value: "multipart/form-data.*" }] },
  ],
};
