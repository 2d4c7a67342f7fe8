/** What a tool answers: the structure, and the same as text for programs that know no structures. */
export function answer<T extends Record<string, unknown>>(structuredContent: T) {
  return { content: [{ type: 'text' as const, text: JSON.stringify(structuredContent) }], structuredContent };
}

/** What a tool says of itself that leaves the archive as it is. */
export const LOOKS = { readOnlyHint: true, openWorldHint: false } as const;
