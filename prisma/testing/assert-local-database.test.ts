import { expect, test } from "vitest";
import { assertLocalDatabase } from "./assert-local-database";

test.each([
  "postgresql://a:b@127.0.0.1:5432/x",
  "postgres://localhost/x",
  "postgres://[::1]:5433/x",
  "postgres:///x",
])("allows %s", (url) => {
  expect(() => assertLocalDatabase(url)).not.toThrow();
});

test.each([
  "postgresql://a:b@db.example.com/x",
  "postgres://10.0.0.4/x",
  "postgres://localhost.example.com/x",
  "postgres://127.0.0.2/x",
])("refuses %s", (url) => {
  expect(() => assertLocalDatabase(url)).toThrow(/local Postgres only/);
});
