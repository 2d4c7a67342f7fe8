/** The three moves of the arc-hybrid system. */
export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;

/** Hash of a set of relations under one head: what has been added so far, whatever the order. */
const SET_STEP = 0x2545f491;

/**
 * A parse under way: stack, buffer, and the arcs so far. Changed in place, for speed; kept behind `parse`.
 *
 * **Shape** tokens are 0 to `size` - 1, the root is `size` and stands at the buffer's end. `lefts` and `rights` hold
 * a token's two outermost dependents on each side, -1 for none.
 * **Source** M. Kuhlmann, C. Gómez-Rodríguez, G. Satta, "Dynamic programming algorithms for transition-based
 * dependency parsers", ACL 2011 (arc-hybrid); root last as in M. Ballesteros, J. Nivre, CL 39(1), 2013.
 */
export class Configuration {
  size = 0;
  depth = 0;
  buffer = 0;
  stack = new Int32Array(0);
  heads = new Int32Array(0);
  relations = new Int32Array(0);
  left1 = new Int32Array(0);
  left2 = new Int32Array(0);
  right1 = new Int32Array(0);
  right2 = new Int32Array(0);
  leftCount = new Int32Array(0);
  rightCount = new Int32Array(0);
  leftSet = new Int32Array(0);
  rightSet = new Int32Array(0);

  /** Begins a sentence of so many tokens. */
  begin(size: number): void {
    if (size + 1 > this.stack.length) this.#grow(2 * size + 64);
    this.size = size;
    this.depth = 0;
    this.buffer = 0;
    const end = size + 1;
    for (const all of [this.heads, this.relations, this.left1, this.left2, this.right1, this.right2]) {
      all.fill(-1, 0, end);
    }
    for (const all of [this.leftCount, this.rightCount, this.leftSet, this.rightSet]) all.fill(0, 0, end);
  }

  get isDone(): boolean {
    return this.buffer === this.size && this.depth === 0;
  }

  /** The token so far down the stack, 0 being the top; -1 below its end. */
  onStack(down: number): number {
    return down < this.depth ? this.stack[this.depth - 1 - down]! : -1;
  }

  /** Whether a move may be made; exactly one token comes to hang on the root, the last. */
  allows(move: number): boolean {
    if (move === SHIFT) return this.buffer < this.size;
    if (move === LEFT) return this.depth > 0 && (this.buffer < this.size || this.depth === 1);
    return this.depth > 1;
  }

  /** The head that the top of the stack would get by a move. */
  headBy(move: number): number {
    return move === LEFT ? this.buffer : this.stack[this.depth - 2]!;
  }

  shift(): void {
    this.stack[this.depth++] = this.buffer++;
  }

  /** Hangs the top of the stack on a head, and takes it off. */
  attach(head: number, relation: number): void {
    const token = this.stack[--this.depth]!;
    this.heads[token] = head;
    this.relations[token] = relation;
    const step = Math.imul(relation + 1, SET_STEP);
    if (token < head) {
      this.left2[head] = this.left1[head]!;
      this.left1[head] = token;
      this.leftCount[head]! += 1;
      this.leftSet[head] = (this.leftSet[head]! + step) | 0;
    } else {
      this.right2[head] = this.right1[head]!;
      this.right1[head] = token;
      this.rightCount[head]! += 1;
      this.rightSet[head] = (this.rightSet[head]! + step) | 0;
    }
  }

  #grow(capacity: number): void {
    const make = () => new Int32Array(capacity);
    this.stack = make();
    this.heads = make();
    this.relations = make();
    this.left1 = make();
    this.left2 = make();
    this.right1 = make();
    this.right2 = make();
    this.leftCount = make();
    this.rightCount = make();
    this.leftSet = make();
    this.rightSet = make();
  }
}
