import type { Answer, HttpsReceiver, ReceivedHook } from "./https-receiver";

const isRetry = ({ headers }: ReceivedHook): boolean => headers["starwire-attempt"] !== "1";

/**
 * Answers like this, first tries at once and later ones only when they are let go: the few seconds after which a delivery
 * has failed for good, or its webhook is turned off, don't run while a spec uses the screens. `begun`: a retry is on the
 * wire, so that no other request begins meanwhile.
 */
export function holdRetries(
  receiver: HttpsReceiver,
  answer: (hook: ReceivedHook) => Answer,
): { begun: () => Promise<unknown>; letGo: () => void } {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  receiver.answer(async (hook) => {
    if (isRetry(hook)) await held;
    return answer(hook);
  });
  return { begun: () => receiver.waitFor(isRetry), letGo: () => letGo() };
}
