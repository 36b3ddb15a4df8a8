/** An append-only note of who did what. Personal data stays out: ids, field names and keyed hashes only. */
export interface AuditEvent {
  readonly id: string;
  /** Dotted verb, e.g. `decision.recorded`, `policy_version.published`, `api_key.created`, `customer.erased`. */
  readonly action: string;
  readonly program?: string;
  /** `key/<id>`, `user/<id>` or `system/<part>`. */
  readonly actor: string;
  readonly at: number;
  readonly subject: { readonly type: string; readonly id: string };
  readonly requestId?: string;
  /** Network address that a person's or a key's request came from. */
  readonly ip?: string;
  readonly reason?: string;
  /** Flat facts about the change; canonicalisable. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
  /** What changed, as it was and as it is: only the fields that differ, canonicalisable, never a secret. */
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}
