import { answerApiRequest } from "@/lib/api/answer-api-request";

type Context = { params: Promise<{ path?: string[] }> };

async function answer(request: Request, { params }: Context): Promise<Response> {
  return answerApiRequest(request, (await params).path ?? []);
}

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
