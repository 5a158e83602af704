// Turns: something done whenever it is asked for, never twice at once, and once more when asked for meanwhile.

/** A thing to do, one turn after the other. */
export interface Turns {
  readonly ask: () => void;
  /** No turn begins any more; resolves when the last one is done. */
  readonly end: () => Promise<void>;
}

/** Turns of one thing. What a turn throws is told by `failed`; the next turn is taken all the same. */
export function createTurns(turn: () => Promise<void>, failed: (error: unknown) => void): Turns {
  let asked = false;
  let ended = false;
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    while (asked && !ended) {
      asked = false;
      try {
        await turn();
      } catch (error) {
        failed(error);
      }
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
