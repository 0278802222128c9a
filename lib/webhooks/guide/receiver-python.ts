/** A whole receiver with Python's standard library. */
export const RECEIVER_PYTHON = String.raw`# python3 receiver.py
import base64, hashlib, hmac, json, os, re, time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def verify_webhook(raw_body: bytes, headers, secret: str) -> dict:
    """The event, if it is signed by this secret and at most 5 minutes old."""
    if not secret.startswith("whsec_"):
        raise ValueError("The signing secret is missing")
    event_id = headers.get("webhook-id") or ""
    timestamp = headers.get("webhook-timestamp") or ""
    if not re.fullmatch("[0-9]+", timestamp) or abs(time.time() - int(timestamp)) > 300:
        raise ValueError("Too old, or from the future")

    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{event_id}.{timestamp}.".encode() + raw_body
    expected = b"v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest())
    # Several while a secret is being replaced: one that matches is enough.
    given = (headers.get("webhook-signature") or "").encode().split(b" ")
    if not event_id or not any(hmac.compare_digest(text, expected) for text in given):
        raise ValueError("Not signed by this secret")
    return json.loads(raw_body)


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        raw_body = self.rfile.read(int(self.headers.get("content-length", "0")))
        try:
            event = verify_webhook(raw_body, self.headers, os.environ.get("STARWIRE_SECRET", ""))
        except ValueError:
            self.send_response(401)
            self.end_headers()
            return
        self.send_response(204)  # answer first, then work
        self.end_headers()
        print(event["type"], event["id"])


server = ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "4000"))), Receiver)
print(f"http://127.0.0.1:{server.server_port}", flush=True)
server.serve_forever()
`;
