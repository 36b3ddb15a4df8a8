// The one Node module that core touches: SHA-256 is a pure function of its text, gives the same digest for ever, and a
// digest taken elsewhere could not be trusted to be that of the bytes stored beside it.
import { hash } from 'node:crypto';
import { canonicalise } from '../records/canonical.ts';

/** What is sealed: `schema` numbers the body's shape per kind, `at` is epoch ms. */
export interface DocumentToSeal {
  readonly id: string;
  readonly program: string;
  readonly kind: string;
  readonly schema: number;
  readonly at: number;
  readonly body: unknown;
}

/** An immutable document in canonical form: `body` is RFC 8785 text, `digest` the hex SHA-256 of kind, newline, body. */
export interface CanonicalDocument {
  readonly _id: string;
  readonly program: string;
  readonly kind: string;
  readonly schema: number;
  readonly at: number;
  readonly body: string;
  readonly digest: string;
}

/** Lower-case hex SHA-256 of a text in UTF-8. */
export function sha256Hex(text: string): string {
  return hash('sha256', text, 'hex');
}

/** Digest of a canonical text under its kind, so that equal bodies of two kinds do not pass for each other. */
export function digestOf(kind: string, body: string): string {
  return sha256Hex(`${kind}\n${body}`);
}

/** Puts a document into canonical form. Throws `CanonicalError` where the body has none. */
export function sealDocument({ id, program, kind, schema, at, body }: DocumentToSeal): CanonicalDocument {
  const text = canonicalise(body);
  return { _id: id, program, kind, schema, at, body: text, digest: digestOf(kind, text) };
}

/** Whether the digest is still that of kind and body: false means that somebody changed the stored text. */
export function checkSeal(document: Pick<CanonicalDocument, 'kind' | 'body' | 'digest'>): boolean {
  return digestOf(document.kind, document.body) === document.digest;
}
