interface Waiting<T> {
  readonly cost: number;
  readonly what: T;
}

/** Things that wait, the cheapest taken first (a binary heap). */
export class Frontier<T> {
  readonly #heap: Waiting<T>[] = [];

  add(cost: number, what: T): void {
    let at = this.#heap.push({ cost, what }) - 1;
    for (let above = (at - 1) >> 1; at > 0 && this.#isBelow(at, above); above = (at - 1) >> 1) {
      this.#swap(at, above);
      at = above;
    }
  }

  take(): T | undefined {
    const [first] = this.#heap;
    const last = this.#heap.pop();
    if (first && last && this.#heap.length > 0) {
      this.#heap[0] = last;
      this.#sink();
    }
    return first?.what;
  }

  #sink(): void {
    for (let at = 0; ; ) {
      const least = [2 * at + 1, 2 * at + 2].reduce(
        (best, child) => (child < this.#heap.length && this.#isBelow(child, best) ? child : best),
        at,
      );
      if (least === at) return;
      this.#swap(at, least);
      at = least;
    }
  }

  #isBelow(one: number, other: number): boolean {
    return (this.#heap[one]?.cost ?? 0) < (this.#heap[other]?.cost ?? 0);
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    if (!a || !b) return;
    this.#heap[one] = b;
    this.#heap[other] = a;
  }
}
