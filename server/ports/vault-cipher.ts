/** A data key of one owner as it may be stored: wrapped under the installation's master key. */
export type WrappedKey = Uint8Array;

/**
 * Encrypts personal data under one key per owner, so that destroying the key erases the data wherever copies of it are.
 * Every text is bound to the owner and the row that it was written for: moved elsewhere it cannot be opened.
 */
export interface VaultCipher {
  /** A new random data key, wrapped. */
  createKey(owner: string): WrappedKey;
  /** Encrypts `text` for one row. Throws where the wrapped key is not of this installation and owner. */
  seal(key: WrappedKey, owner: string, rowId: string, text: string): Uint8Array;
  /** Decrypts what `seal` made for the same owner and row. Throws on anything else. */
  open(key: WrappedKey, owner: string, rowId: string, sealed: Uint8Array): string;
}
