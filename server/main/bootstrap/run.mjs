import { spawn } from 'node:child_process';
import { basename } from 'node:path';

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
    const name = basename(args.find((one) => !one.startsWith('-')) ?? file);
    const child = spawn(file, args, { stdio: 'inherit', env });
    let asked = false;
    const handOn = (signal) => {
      asked = true;
      child.kill(signal);
    };
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
      if (signal !== null) console.error(asked ? 'Stopped before it was done.' : `${name} was ended by ${signal}.`);
      resolve(code ?? 1);
    });
  });
}
