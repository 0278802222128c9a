import { webcrypto } from "node:crypto";
import { expect, test } from "vitest";
import { isSignedByTwilio, twilioSignature } from "@/lib/messages/reports/twilio-signature";

const URL_OF_THE_EXAMPLE = "https://mycompany.com/myapp.php?foo=1&bar=2";

test("the example of Twilio's documentation", () => {
  const form = new URLSearchParams({
    Digits: "1234",
    To: "+18005551212",
    From: "+14158675309",
    Caller: "+14158675309",
    CallSid: "CA1234567890ABCDE",
  });
  expect(twilioSignature("12345", URL_OF_THE_EXAMPLE, form)).toBe("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
});

test("a parameter that comes several times, as Twilio's own libraries check it", () => {
  const form = new URLSearchParams([
    ["Sid", "CA123"],
    ["SidAccount", "AC123"],
    ["Digits", "5678"],
    ["Digits", "1234"],
    ["Digits", "1234"],
  ]);
  expect(twilioSignature("12345", URL_OF_THE_EXAMPLE, form)).toBe("IK+Dwps556ElfBT0I3Rgjkr1wJU=");
});

/** Written from the documentation, on another HMAC: the string, sorted and joined, and WebCrypto. */
async function independentSignature(
  token: string,
  url: string,
  fields: Record<string, string>,
): Promise<string> {
  let text = url;
  for (const name of Object.keys(fields).sort()) text += name + fields[name];
  const bytes = new TextEncoder();
  const key = await webcrypto.subtle.importKey(
    "raw",
    bytes.encode(token),
    { name: "HMAC", hash: "SHA-1" },
    false,
    ["sign"],
  );
  return Buffer.from(await webcrypto.subtle.sign("HMAC", key, bytes.encode(text))).toString("base64");
}

test("1,000 generated requests agree with an independent HMAC, and none with anything changed", async () => {
  const random = repeatableRandom(7);
  const characters = [..."abcXYZ019 +&=?%/_-.,:;'\"<>\n".split(""), "é", "ß", "🥐", "你"];
  const text = (length: number) =>
    Array.from({ length }, () => characters[Math.floor(random() * characters.length)] ?? "").join("");
  for (let round = 0; round < 1_000; round += 1) {
    const token = `token ${text(10)}`;
    const url = `https://host${round}.example.com/api/inbound/twilio?message=msg_${round}`;
    const fields = Object.fromEntries(
      Array.from({ length: 1 + Math.floor(random() * 8) }, (_, index) => [`${text(4)}${index}`, text(12)]),
    );
    const signature = await independentSignature(token, url, fields);
    const form = new URLSearchParams(new URLSearchParams(fields).toString());
    expect(twilioSignature(token, url, form)).toBe(signature);
    const isSigned = (otherUrl: string, otherForm: URLSearchParams, otherToken = token) =>
      isSignedByTwilio(signature, otherUrl, otherForm, [otherToken]);
    expect(isSigned(url, form)).toBe(true);
    expect(isSigned(url.replace("https:", "http:"), form)).toBe(false);
    expect(isSigned(url.replace("host", "ghost"), form)).toBe(false);
    expect(isSigned(`${url}1`, form)).toBe(false);
    expect(isSigned(url, form, `${token}.`)).toBe(false);
    const [name = ""] = Object.keys(fields);
    expect(isSigned(url, new URLSearchParams({ ...fields, [name]: `${fields[name]}x` }))).toBe(false);
    expect(isSigned(url, new URLSearchParams({ ...fields, Added: "1" }))).toBe(false);
  }
});

/** A linear congruential generator (Numerical Recipes): 0 ≤ x < 1. */
function repeatableRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
