import { answerTwilio } from "@/lib/messages/reports/answer-twilio";

/** What Twilio tells of an SMS, and what customers reply. Public; the signature is the key. */
export async function POST(request: Request): Promise<Response> {
  return answerTwilio(request);
}
