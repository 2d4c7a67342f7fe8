import { dropAsides } from './drop-noise.js';
import { parseFragment } from './parse-html.js';
import { proseOf } from './prose-of.js';

/** The text of a piece of HTML that is a report already, as feeds and messages bring it. **Errors** `input.too-large`. */
export function fragmentText(html: string): string {
  const root = parseFragment(html);
  dropAsides(root);
  return proseOf(root, null);
}
