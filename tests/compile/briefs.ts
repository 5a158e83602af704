// Briefs for digests.

/** Briefs that have few words in common. */
export const briefs = {
  harbour: "The harbour of Hamburg was closed on Monday after a crane had fallen into the water.",
  market: "Farmers near Valparaiso sold twice as many lemons this spring as they had in any year before.",
  mayor: "Mayor Okafor stole three paintings from the town museum, her former driver told a newspaper.",
  ferry: "Every ferry to the islands was full at the weekend, although tickets cost double since January.",
  train: "Night trains from Lisbon will stop at every village again once the new bridge is finished.",
  snow: "Heavy snow kept schools in the valley shut for a third day, and more is expected by Friday.",
};
/** The name of a brief. */
export type Key = keyof typeof briefs;

/** A digest of briefs, in this order. */
export function digestOf(keys: readonly Key[]): string {
  return keys
    .map((key) => briefs[key])
    .map((brief) => `${brief}\n`)
    .join("\n");
}
