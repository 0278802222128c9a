import { beforeEach, vi } from "vitest";
import { outboxDriver } from "@/lib/messages/drivers/outbox-driver";
import { SEND_TOOLS, type SendTools } from "@/lib/messages/sending/send-tools";
import { createMessageProject } from "@/lib/messages/testing/test-message";
import { createTestDatabase } from "@/prisma/testing/test-database";

/** A database for a test file about sending, a project of its own for each test, and tools that send to the Outbox. */
export async function useSendTestBed() {
  vi.stubEnv("ENCRYPTION_KEY", "an encryption key for this test only");
  vi.stubEnv("APP_URL", "https://reviews.example.com");
  await createTestDatabase();
  let project: Awaited<ReturnType<typeof createMessageProject>>;
  beforeEach(async () => {
    project = await createMessageProject();
  });
  return {
    project: () => project,
    tools: (more: Partial<SendTools> = {}): SendTools => ({
      ...SEND_TOOLS,
      drivers: () => ({ email: outboxDriver, sms: outboxDriver }),
      ...more,
    }),
  };
}
