import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWebhookUrl, splitStoredUrl, WEBHOOK_URL_ERRORS, type WebhookUrlError } from "./webhook-url";
import { TEST_SEED } from "@/prisma/testing/test-seed";

function stored(text: string) {
  const parsed = parseWebhookUrl(text);
  return parsed.ok ? parsed.value.url : WEBHOOK_URL_ERRORS[parsed.error];
}

function parts(text: string) {
  const parsed = parseWebhookUrl(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

describe("a URL that is accepted", () => {
  it.each([
    ["https://example.com/webhooks", "https://example.com/webhooks"],
    ["  \t https://example.com/webhooks \n", "https://example.com/webhooks"],
    ["HTTPS://Example.COM/WebHooks", "https://example.com/WebHooks"],
    ["https://example.com", "https://example.com"],
    ["https://example.com?key=1", "https://example.com?key=1"],
    ["https://example.com:443/x", "https://example.com:443/x"],
    ["https://example.com:8443/x/", "https://example.com:8443/x/"],
    ["https://example.com/a/../b/./c//d?x=%7E&y=a+b&&z", "https://example.com/a/../b/./c//d?x=%7E&y=a+b&&z"],
    ["https://example.com/?q={a|b}[0]'^`<>\"", "https://example.com/?q={a|b}[0]'^`<>\""],
    ["https://münchen.example/Größe?n=é", "https://xn--mnchen-3ya.example/Gr%C3%B6%C3%9Fe?n=%C3%A9"],
    ["https://例え.テスト/フック", "https://xn--r8jz45g.xn--zckzah/%E3%83%95%E3%83%83%E3%82%AF"],
    ["https://example.com./x", "https://example.com/x"],
    ["https://[2606:4700:0:0::1111]:8443/x", "https://[2606:4700::1111]:8443/x"],
    ["https://my_service.example.com/x", "https://my_service.example.com/x"],
    ["https://localhost:3443/hooks/demo", "https://localhost:3443/hooks/demo"],
  ])("%j is stored as %j", (typed, url) => {
    expect(stored(typed)).toBe(url);
    expect(stored(url)).toBe(url);
  });

  it("knows what goes on the wire", () => {
    expect(parts("https://Example.com:443?x=1")).toEqual({
      url: "https://example.com:443?x=1",
      origin: "https://example.com",
      hostname: "example.com",
      port: 443,
      requestTarget: "/?x=1",
    });
    expect(parts("https://[::1]:8443/a/../b")).toMatchObject({
      origin: "https://[::1]:8443",
      hostname: "::1",
      port: 8443,
      requestTarget: "/a/../b",
    });
  });

  it("names the address that a browser would contact, whatever its spelling", () => {
    for (const host of [
      "2130706433",
      "0x7f.1",
      "0177.0.0.1",
      "127.1",
      "127.0.0.1.",
      "①②⑦.0。0.1",
      "127%2e0.0.1",
    ]) {
      expect(parts(`https://${host}/x`).hostname).toBe("127.0.0.1");
    }
  });

  it("is at most 2,048 characters long, also after its international parts were encoded", () => {
    const longest = `https://example.com/${"x".repeat(2028)}`;
    expect(stored(longest)).toBe(longest);
    expect(stored(`${longest}x`)).toBe("The URL can have at most 2,048 characters.");
    expect(stored(`https://example.com/${"é".repeat(500)}`)).toBe(
      "The URL can have at most 2,048 characters.",
    );
  });
});

describe("a URL that is refused", () => {
  it.each<[string, WebhookUrlError]>([
    ["", "missing"],
    ["   ", "missing"],
    ["example.com/webhooks", "not_https"],
    ["http://example.com/webhooks", "not_https"],
    ["ftp://example.com", "not_https"],
    ["javascript:alert(1)", "not_https"],
    ["//example.com", "not_https"],
    ["https:example.com", "not_https"],
    ["https:/example.com", "not_https"],
    ["https:\\\\example.com", "not_https"],
    ["https://", "not_a_url"],
    ["https:///example.com", "not_a_url"],
    ["https://?x", "not_a_url"],
    ["https://exa mple.com", "not_a_url"],
    ["https://example.com/a b", "not_a_url"],
    ["https://example.com/a\tb", "not_a_url"],
    ["https://example.com/a\nb", "not_a_url"],
    ["https://example.com\\@10.0.0.5/", "not_a_url"],
    ["https://example.com:99999/", "not_a_url"],
    ["https://example.com:0/", "not_a_url"],
    ["https://example.com:80a/", "not_a_url"],
    ["https://a..b/", "not_a_url"],
    ["https://./", "not_a_url"],
    ["https://[::1", "not_a_url"],
    ["https://[fe80::1%25eth0]/", "not_a_url"],
    ["https://1.2.3.4.5/", "not_a_url"],
    ["https://256.1.1.1/", "not_a_url"],
    [`https://${"x".repeat(64)}.example/`, "not_a_url"],
    [`https://${"x.".repeat(127)}example/`, "not_a_url"],
    ["https://user@example.com/", "has_user_info"],
    ["https://user:password@example.com/", "has_user_info"],
    ["https://@example.com/", "has_user_info"],
    ["https://example.com@10.0.0.5/", "has_user_info"],
    ["https://example.com/#top", "has_fragment"],
    ["https://example.com#", "has_fragment"],
    ["https://example.com/?a#b?c", "has_fragment"],
  ])("%j: %s", (typed, error) => {
    expect(parseWebhookUrl(typed)).toEqual({ ok: false, error });
  });

  it("says so in the field's words", () => {
    expect(stored("")).toBe("Enter the URL where you want to receive events.");
    expect(stored("http://example.com")).toBe("The URL must start with https://.");
    expect(stored("https://")).toBe("This isn't a full URL, for example https://example.com/webhooks.");
  });
});

describe("a stored URL", () => {
  it("splits into the parts it was accepted with; with the scheme told", () => {
    const { url, ...rest } = parts("https://Example.com/a?b");
    expect(splitStoredUrl(url)).toEqual({ url, ...rest, secure: true });
    expect(splitStoredUrl("http://127.0.0.1:8080/x")).toMatchObject({
      origin: "http://127.0.0.1:8080",
      port: 8080,
      secure: false,
    });
    expect(splitStoredUrl("ftp://example.com")).toBeNull();
    expect(splitStoredUrl("https://user@example.com")).toBeNull();
  });

  it("is contacted where a browser would go, for any URL whatever", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl({ withQueryParameters: true }),
          fc.string().map((s) => `https://${s}`),
        ),
        (text) => {
          const parsed = parseWebhookUrl(text);
          if (!parsed.ok) return;
          const { url, hostname, port, requestTarget } = parsed.value;
          const browser = new URL(url);
          expect(browser.hostname.replace(/^\[|\]$/g, "")).toBe(hostname);
          expect(Number(browser.port || 443)).toBe(port);
          expect(requestTarget).toMatch(/^\/[\u0021-\u007e]*$/);
          expect(parseWebhookUrl(url)).toEqual(parsed);
        },
      ),
      { seed: TEST_SEED, numRuns: 2_000 },
    );
  });
});
