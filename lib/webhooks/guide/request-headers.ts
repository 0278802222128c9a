/** What each header of a notification is for. A test holds it against what is sent. */
export const REQUEST_HEADERS: Readonly<Record<string, string>> = {
  "content-type": "application/json, always UTF-8",
  "user-agent": "Starwire-Webhooks and its version",
  "webhook-id": "The event's id, the same on every retry and resend: drop what you have seen",
  "webhook-timestamp":
    "When this attempt was made, in seconds since 1970. Refuse what is more than 5 minutes off",
  "webhook-signature":
    "v1, and the base64 HMAC-SHA256 of id.timestamp.body. One for each valid secret, with a space between: several while a secret is being replaced",
  "starwire-delivery": "This event for this webhook: what you find in the delivery log",
  "starwire-attempt": "1, 2, 3 … of this delivery",
};
