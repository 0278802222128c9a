import { expect, test } from "vitest";
import { responseHeaders } from "@/lib/webhooks/response-headers";

test.each([
  ["a value", ["session=s3cret"], "session=(not kept)"],
  ["attributes stay", ["a=b; Path=/; HttpOnly"], "a=(not kept); Path=/; HttpOnly"],
  ["several", ["a=1", "b=2; Secure"], "a=(not kept), b=(not kept); Secure"],
  ["an equals sign in the value", ["a=b=c"], "a=(not kept)"],
  ["no value", ["a="], "a=(not kept)"],
  ["no name", ["s3cret; Path=/"], "(not kept)"],
])("a cookie is logged without its value: %s", (_, cookies, kept) => {
  expect(responseHeaders({ "set-cookie": cookies })).toEqual({ "set-cookie": kept });
});

test("every other header is logged as it came", () => {
  expect(responseHeaders({ "content-type": "text/plain", etag: '"a=b"' })).toEqual({
    "content-type": "text/plain",
    etag: '"a=b"',
  });
});
