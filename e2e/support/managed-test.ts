import { type ManagedServices, openManagedServices } from "./managed-services";
import { test as base } from "./test";

/** `test` with an installation of its own on a managed database; nothing of it runs yet. */
export const test = base.extend<{ services: ManagedServices }>({
  services: async ({}, use, { workerIndex }) => {
    const services = await openManagedServices(`managed_${process.pid}_${workerIndex}`);
    await use(services);
    await services.close();
  },
  baseURL: async ({ services }, use) => use(services.appUrl),
});
