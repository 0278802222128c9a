import { AppError } from "@/lib/errors";
import { newsStream } from "@/lib/receiver/news-stream";
import { requireReceiverProjects } from "@/lib/receiver/receiver-access";

/** What the test receiver gets, live. For owners and admins of any project; each sees what belongs to theirs. */
export async function GET(request: Request): Promise<Response> {
  try {
    const projectIds = await requireReceiverProjects();
    return new Response(newsStream(projectIds, request.signal), {
      headers: { "content-type": "text/event-stream", "cache-control": "no-store, no-transform" },
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({ code: error.code, sentence: error.message }, { status: error.status });
  }
}
