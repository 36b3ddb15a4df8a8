import { Redis } from 'ioredis';

/** How long the producing side waits for Redis, ms: a request must not hang because the queue is away. */
export const QUEUE_TIMEOUT_MS = 200;

const CONNECT_TIMEOUT_MS = 2_000;
const LONGEST_RECONNECT_MS = 1_000;

/** A connection for producing: it never queues commands while Redis is away, and gives each 200 ms. Reconnects by itself. */
export function connectProducer(url: string): Redis {
  return quiet(
    new Redis(url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: QUEUE_TIMEOUT_MS,
      connectTimeout: CONNECT_TIMEOUT_MS,
      autoResendUnfulfilledCommands: false,
      retryStrategy: (times) => Math.min(50 * times, LONGEST_RECONNECT_MS),
    }),
  );
}

/** A connection for consuming: BullMQ blocks on it and waits for Redis as long as it takes. */
export function connectConsumer(url: string): Redis {
  return quiet(
    new Redis(url, {
      maxRetriesPerRequest: null,
      connectTimeout: CONNECT_TIMEOUT_MS,
      retryStrategy: (times) => Math.min(50 * times, LONGEST_RECONNECT_MS),
    }),
  );
}

/** An error event that nobody listens to would end the process; whoever uses the connection sees its own failure. */
function quiet(connection: Redis): Redis {
  connection.on('error', () => undefined);
  return connection;
}
