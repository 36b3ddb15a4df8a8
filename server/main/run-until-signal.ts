const FORCE_MS = 9_500;

/** What runs until it is asked to end. */
interface EndableService {
  /** Called once a signal would end it cleanly: whoever is told that it is ready may end it at once. */
  announce?(): void;
  /** Resolves with a sentence when the service cannot go on; the process then exits with 1. */
  readonly failed?: Promise<string>;
  close(): Promise<void>;
}

/**
 * Keeps a service running until the process is asked to end (SIGINT, SIGTERM, SIGHUP, or the parent gone), then
 * closes it and exits with 0. Further signals while it closes change nothing: a terminal sends one, npm another.
 * @param closing called once when it is asked to end, to tell whoever asked
 */
export async function runUntilSignal(service: EndableService, closing?: () => void): Promise<never> {
  const asked = new Promise<null>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(null));
    if (process.connected) process.once('disconnect', () => resolve(null));
  });
  service.announce?.();
  const { failed } = service;
  const failure = await Promise.race([asked, ...(failed === undefined ? [] : [failed])]);
  if (failure !== null) console.error(failure);
  else closing?.();
  setTimeout(() => process.exit(1), FORCE_MS).unref();
  await service.close();
  process.exit(failure === null ? 0 : 1);
}
