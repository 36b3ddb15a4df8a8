/** Name of the embedded replica set; data written under one name cannot be served under another. */
export const REPLICA_SET = 'redress';

/** Database that the service works in. */
export const DATABASE = 'redress';

/** A connection string for loopback members. The user lives in `database`. */
export function mongoUri(parts: {
  readonly ports: readonly number[];
  readonly user: string;
  readonly password: string;
  readonly database: string;
}): string {
  const hosts = parts.ports.map((port) => `127.0.0.1:${port}`).join(',');
  const login = `${encodeURIComponent(parts.user)}:${encodeURIComponent(parts.password)}`;
  return `mongodb://${login}@${hosts}/${parts.database}?replicaSet=${REPLICA_SET}&authSource=${parts.database}`;
}
