/** Time zones by their IANA names; UTC is not among those that Intl lists everywhere. */
const ZONES: readonly string[] = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

/** The zone as Intl spells it, whatever the case it was typed in; null for none. */
export function findZone(typed: string): string | null {
  return ZONES.find((zone) => zone.toLowerCase() === typed.trim().toLowerCase()) ?? null;
}

/** Zones whose name holds what was typed: `new y` finds America/New_York. */
export function suggestZones(typed: string, limit: number): readonly string[] {
  const words = typed.trim().toLowerCase().replaceAll(' ', '_');
  return ZONES.filter((zone) => zone.toLowerCase().includes(words)).slice(0, limit);
}
