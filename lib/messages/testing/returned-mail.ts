export const ID = "msg_01KAPQ71X5P8R2T4V6W9YZBCDE";

type More = {
  envelopeId?: string;
  /** Headers of the mail that comes back. */
  returned?: string;
  /** The whole mail comes back, not its headers alone. */
  isWhole?: boolean;
  /** Line feeds alone, and a boundary without quotes. */
  isBare?: boolean;
  /** The report's part is in base64. */
  isEncoded?: boolean;
};

/**
 * A delivery status notification as mail servers write it (RFC 3464, appendix E).
 * @param recipient the fields about the recipient: `Action: failed`, `Status: 5.1.1` …
 */
export function returnedMail(recipient: readonly string[], more: More): string {
  const {
    envelopeId,
    returned = "Subject: How was it?",
    isWhole = false,
    isBare = false,
    isEncoded = false,
  } = more;
  const boundary = "9B095B5ADSN=_01D8.mail.example.com";
  const report = `Reporting-MTA: dns; mail.example.com
${envelopeId === undefined ? "" : `Original-Envelope-Id: ${envelopeId}\n`}Arrival-Date: Wed, 10 Jun 2026 11:58:00 +0000

${recipient.join("\n")}
`;
  const text = `Date: Wed, 10 Jun 2026 11:59:00 +0000
From: MAILER-DAEMON@mail.example.com (Mail Delivery System)
To: bounces@bakery.example
Subject: Delivery report
Message-ID: <20260610115900.9B095B5A@mail.example.com>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary=${isBare ? boundary : `"${boundary}"`}

This is a MIME-encapsulated message.

--${boundary}
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mail.example.com.

--${boundary}
Content-Description: Delivery report
Content-Type: message/delivery-status
${isEncoded ? `Content-Transfer-Encoding: base64\n\n${Buffer.from(report).toString("base64")}\n` : `\n${report}`}
--${boundary}
Content-Description: Undelivered Message
Content-Type: ${isWhole ? "message/rfc822" : "text/rfc822-headers"}

From: Riverside Bakery <reviews@bakery.example>
${returned}
${isWhole ? "\nHi Jane\n" : ""}
--${boundary}--
`;
  return isBare ? text : text.replaceAll("\n", "\r\n");
}
