/** What stands below events that are shown only from some likelihood on. **Units** `least` is a share. */
export function leftOut(count: number, least: number): string {
  const events = count === 1 ? '1 event' : `${count} events`;
  return `${events} less likely right than ${Math.round(100 * least)} % left out: --min-confidence 0 shows all.`;
}
