// Turns: something done whenever it is asked for, never twice at once, and once more when asked for meanwhile.

/** A thing to do, one turn after the other. */
export interface Turns {
  readonly ask: () => void;
  /** No turn begins any more; resolves when the last one is done. */
  readonly end: () => Promise<void>;
}

export function createTurns(turn: () => Promise<void>): Turns {
  let asked = false;
  let ended = false;
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    while (asked && !ended) {
      asked = false;
      await turn();
    }
    running = null;
  };
  return {
    ask: () => {
      asked = true;
      running ??= run();
    },
    end: async () => {
      ended = true;
      await running;
    },
  };
}
