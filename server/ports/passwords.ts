/** Slow hashes of passwords. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** With no hash it takes the same time and answers false, so that nobody learns which accounts exist. */
  verify(hash: string | undefined, password: string): Promise<boolean>;
  /** A password for one sign-in, easy to read out and to type. */
  generate(): string;
}
