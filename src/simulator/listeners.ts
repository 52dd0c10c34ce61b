/** A set of listeners for one kind of event. */
export interface Listeners<Event> {
  /** Calls `listener` for each event from now on; returns the way to stop. */
  on(listener: (event: Event) => void): () => void;
  tell(event: Event): void;
}

/** Listeners that are called in the order in which they came. */
export function createListeners<Event>(): Listeners<Event> {
  const all = new Set<(event: Event) => void>();
  return {
    on(listener) {
      all.add(listener);
      return () => all.delete(listener);
    },
    tell(event) {
      for (const listener of [...all]) listener(event);
    },
  };
}
