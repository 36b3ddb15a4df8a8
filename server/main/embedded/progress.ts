/** Tells the person what is happening; one call, one line (a terminal may overwrite `step` lines). */
export interface Progress {
  /** Something that is worth a line of its own. */
  say(text: string): void;
  /** An intermediate state: overwritten on a terminal, thinned out elsewhere. */
  step(text: string): void;
}

/** Progress on a stream; on a terminal, steps overwrite each other. */
export function streamProgress(stream: NodeJS.WriteStream): Progress {
  let open = false;
  let lastStepAt = 0;
  const clear = (): void => {
    if (open) stream.write('\r\u001b[K');
    open = false;
  };
  return {
    say(text) {
      clear();
      stream.write(`${text}\n`);
    },
    step(text) {
      if (stream.isTTY) {
        clear();
        stream.write(text);
        open = true;
      } else if (Date.now() - lastStepAt > 5_000) {
        lastStepAt = Date.now();
        stream.write(`${text}\n`);
      }
    },
  };
}

/** Progress that nobody sees. */
export const silentProgress: Progress = { say: () => undefined, step: () => undefined };
