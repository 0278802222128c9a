import { answerEmailReport } from "@/lib/messages/reports/answer-email-report";

/** What an e-mail provider tells of a mail. Public; the signature is the key. */
export async function POST(request: Request): Promise<Response> {
  return answerEmailReport(request);
}
