/** What is written and not yet sent survives a reload and a lost network in this tab; nothing of it outlives the tab. */
const KEY = `draft ${location.pathname}`;

const form = () => document.querySelector<HTMLFormElement>("#review");

export function keepDraft(): void {
  const written = form();
  if (!written) return;
  const fields = [...new FormData(written)].filter(([name]) => name !== "nonce" && name !== "website");
  store((storage) => storage.setItem(KEY, JSON.stringify(fields)));
}

export function forgetDraft(): void {
  store((storage) => storage.removeItem(KEY));
}

export function restoreDraft(): void {
  store((storage) => {
    const fields: [string, string][] = JSON.parse(storage.getItem(KEY) ?? "[]");
    for (const [name, value] of fields) {
      const control = form()?.elements.namedItem(name);
      if (control instanceof RadioNodeList || control instanceof HTMLTextAreaElement) control.value = value;
      else if (control instanceof HTMLInputElement && control.type !== "hidden") control.value = value;
    }
  });
}

/** Storage can be full or forbidden; the form works all the same. */
function store(use: (storage: Storage) => void): void {
  try {
    use(sessionStorage);
  } catch {
    return;
  }
}
