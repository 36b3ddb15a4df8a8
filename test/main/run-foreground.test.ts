import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** Runs a script through `runForeground` in a process of its own, and answers what that wrote and ended with. */
function runThrough(script: string, signal?: NodeJS.Signals): Promise<{ text: string; code: number | null }> {
  const program = `
    const { runForeground } = await import('./server/main/bootstrap/run.mjs');
    process.exit(await runForeground(process.execPath, ['--no-warnings', '-e', ${JSON.stringify(script)}]));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  child.stderr.on('data', (chunk) => (text += String(chunk)));
  child.stdout.once('data', () => signal !== undefined && child.kill(signal));
  return new Promise((resolve) => child.once('close', (code) => resolve({ text, code })));
}

const WAIT = `console.log('up'); setInterval(() => {}, 1000)`;

describe('a program that is run in the foreground', () => {
  it('ends by the signal that was asked for, without an option as its name', async () => {
    expect(await runThrough(WAIT, 'SIGINT')).toEqual({ text: 'Stopped before it was done.\n', code: 1 });
  });

  it('is named where something else ended it', async () => {
    const { text, code } = await runThrough(`process.kill(process.pid, 'SIGKILL')`);
    expect([text.includes('was ended by SIGKILL.'), text.startsWith('--'), code]).toEqual([true, false, 1]);
  });

  it('hands its exit code on', async () => {
    expect(await runThrough('process.exit(7)')).toEqual({ text: '', code: 7 });
  });
});
