/** 32-bit hash of a text; `seed` tells apart the uses that one text is put to. FNV-1a with a final mix. */
export function hashText(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x85ebca6b);
  return (hash ^ (hash >>> 13)) | 0;
}

/** 32-bit hash of a feature: which template it is of, and the values that it joins. */
export function hashFeature(template: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash + Math.imul(b, 0x27d4eb2f), 0xc2b2ae35);
  hash ^= hash >>> 13;
  hash = Math.imul(hash + Math.imul(c, 0x165667b1), 0x9e3779b1);
  hash ^= hash >>> 14;
  return Math.imul(hash, 0x9e3779b1) >>> 0;
}
