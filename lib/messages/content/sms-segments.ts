/** GSM 03.38, its basic set, without the escape itself. */
const BASIC =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/** Its extension: an escape and a character. */
const EXTENSION = "\f^{}\\[~]|€";

const COST = new Map([
  ...Array.from(BASIC, (character) => [character, 1] as const),
  ...Array.from(EXTENSION, (character) => [character, 2] as const),
]);

const LIMITS = {
  "GSM-7": { alone: 160, joined: 153 },
  "UCS-2": { alone: 70, joined: 67 },
} as const;

export type SmsSize = {
  encoding: keyof typeof LIMITS;
  /** Septets of GSM-7, or 16-bit units of UCS-2. */
  units: number;
  /** What is charged. */
  segments: number;
  /** The characters that made it UCS-2, each once. */
  culprits: string[];
};

/**
 * How an SMS is cut (3GPP TS 23.038 and 23.040): 160 septets, or 153 in each of several segments; as soon as one
 * character isn't in the GSM alphabet 70 or 67 units. No character is cut in two: an extension character and a
 * surrogate pair go whole into the next segment.
 */
export function smsSize(text: string): SmsSize {
  const characters = Array.from(text);
  const culprits = [...new Set(characters.filter((character) => !COST.has(character)))];
  const encoding = culprits.length > 0 ? "UCS-2" : "GSM-7";
  const costs = characters.map((character) =>
    encoding === "GSM-7" ? (COST.get(character) ?? 2) : character.length,
  );
  const units = costs.reduce((sum, cost) => sum + cost, 0);
  const { alone, joined } = LIMITS[encoding];
  return { encoding, units, culprits, segments: units <= alone ? 1 : countSegments(costs, joined) };
}

function countSegments(costs: readonly number[], size: number): number {
  let segments = 1;
  let used = 0;
  for (const cost of costs) {
    if (used + cost > size) {
      segments += 1;
      used = 0;
    }
    used += cost;
  }
  return segments;
}
