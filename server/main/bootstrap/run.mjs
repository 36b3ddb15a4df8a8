import { spawn } from 'node:child_process';

const ORPHAN_CHECK_MS = 300;

/**
 * Runs a program in the foreground, hands signals on to it, and resolves with its exit code.
 * @param {string} file
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export function runForeground(file, args, env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { stdio: 'inherit', env });
    const handOn = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, handOn);
    // npm hands SIGTERM to the shell between us, which dies without a word: then our parent changes.
    const parent = process.ppid;
    const watch = setInterval(() => process.ppid !== parent && handOn('SIGTERM'), ORPHAN_CHECK_MS);
    if (process.env.npm_lifecycle_event === undefined) clearInterval(watch);
    child.once('error', (error) => {
      console.error(`${file} could not be run: ${error.message}`);
      resolve(127);
    });
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      for (const signal of signals) process.off(signal, handOn);
      if (signal !== null) console.error(`${args[0] ?? file} was ended by ${signal}.`);
      resolve(code ?? 1);
    });
  });
}
