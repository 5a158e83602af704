// Progress: how far something long has come, as a bar on a terminal and as plain lines in a log.

/** Tells of work that takes more than two seconds; of shorter work it says nothing. */
export interface Progress {
  readonly begin: (what: string, total: number) => void;
  /** So many more are done; one unless said. */
  readonly step: (count?: number) => void;
  readonly end: () => void;
}

const silentFor = 2000;
const barWidth = 24;

/** Writes to a stream: a bar with the rate and the time left on a terminal, a line every ten seconds elsewhere. */
export function createProgress(stream: NodeJS.WriteStream, clock: () => number = () => Date.now()): Progress {
  const interval = stream.isTTY ? 100 : 10_000;
  let [what, total, done, started, shown] = ["", 0, 0, 0, 0];
  const describe = (): string => {
    const seconds = (clock() - started) / 1000;
    const rate = done / seconds;
    const left = Math.ceil((total - done) / rate);
    return `${what}: ${done} of ${total}, ${rate.toFixed(rate < 10 ? 1 : 0)} a second, ${left} s left`;
  };
  return {
    begin: (name, count) => {
      [what, total, done, started, shown] = [name, count, 0, clock(), 0];
    },
    step: (count = 1) => {
      done += count;
      const now = clock();
      if (now - started < silentFor || now - shown < interval) return;
      shown = now;
      const filled = Math.round((done / total) * barWidth);
      const bar = `${"█".repeat(filled)}${"░".repeat(barWidth - filled)}`;
      stream.write(stream.isTTY ? `\r${bar} ${describe()}\x1b[K` : `${describe()}\n`);
    },
    end: () => {
      if (shown > 0 && stream.isTTY) stream.write("\r\x1b[K");
    },
  };
}
