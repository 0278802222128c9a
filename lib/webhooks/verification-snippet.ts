/** How a receiver checks a signature, shown under each signing secret. A test runs it against our own signatures. */
export const VERIFICATION_SNIPPET = `import { Webhook } from "standardwebhooks"; // npm install standardwebhooks

const webhook = new Webhook(process.env.STARWIRE_SECRET ?? "");

export async function POST(request: Request) {
  const body = await request.text(); // the raw body, not request.json()
  const event = webhook.verify(body, Object.fromEntries(request.headers)) as {
    type: string;
    data: { object: "review" | "message"; id: string; revision: number };
  };
  console.log(event.type, event.data.id);
  return new Response(null, { status: 204 });
}
`;
