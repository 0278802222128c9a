import { expect, test } from "vitest";
import { readyText } from "./ready-text";

const local = {
  tookMs: 108_000,
  isFirst: true,
  nextMs: 6_200,
  appUrl: "http://localhost:3000",
  welcomePath: "/welcome/7Kq",
  signIn: {
    email: "admin@localhost",
    password: "kite-marble-orbit",
    note: "kept in .data/first-sign-in.txt",
  },
  customerPath: "/r/8fK2/4",
  receiverUrl: "https://localhost:3443/hooks/demo",
  phoneUrl: "http://192.168.1.5:3000",
  engine: "embedded engine; with the dashboard: npm run start:inngest",
  allowedNets: [],
};

test("a first local start says all there is to open", () => {
  expect(readyText(local)).toBe(
    [
      "Starwire is ready (first start 1 min 48 s, next about 6 s)",
      "  Open      http://localhost:3000/welcome/7Kq   signs you in, once, for 15 minutes",
      "  Sign in   admin@localhost  kite-marble-orbit  kept in .data/first-sign-in.txt",
      "  Customer  http://localhost:3000/r/8fK2/4      a 4-star link, not yet used",
      "  Receiver  https://localhost:3443/hooks/demo   watch it: http://localhost:3000/receiver",
      "  Phone     APP_URL=http://192.168.1.5:3000 npm start",
      "  Inngest   embedded engine; with the dashboard: npm run start:inngest",
    ].join("\n"),
  );
});

test("a start on a managed database keeps links and passwords to itself, and says which networks are open", () => {
  const facts = {
    ...local,
    isFirst: false,
    nextMs: null,
    tookMs: 5_000,
    appUrl: "https://reviews.example.com",
    allowedNets: ["10.0.0.0/8"],
  };
  const managed = {
    ...facts,
    welcomePath: null,
    signIn: null,
    customerPath: null,
    receiverUrl: null,
    phoneUrl: null,
  };
  expect(readyText(managed)).toBe(
    [
      "Starwire is ready (5 s)",
      "  Open      https://reviews.example.com",
      "  Inngest   embedded engine; with the dashboard: npm run start:inngest",
      "  Networks  10.0.0.0/8  private, but webhooks may reach them",
    ].join("\n"),
  );
});
