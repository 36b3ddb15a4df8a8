/** What a sign-in elsewhere has to remember between leaving and coming back. */
export interface SignInSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Who the sign-in service says it was. */
export interface OutsideIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** Absent where the service does not tell. */
  readonly email?: string;
  /** Whether the service vouches that the address is the person's. */
  readonly emailVerified: boolean;
}

/** An OpenID Connect service that people may sign in with. */
export interface SignInService {
  /** For the button. */
  readonly name: string;
  /** Where to send the browser. Throws SIGN_IN_FAILED while the service cannot be reached. */
  start(): Promise<{ readonly url: URL; readonly secrets: SignInSecrets }>;
  /** Redeems what the browser brought back. Throws SIGN_IN_FAILED where it does not fit what was remembered. */
  finish(callback: URL, secrets: SignInSecrets): Promise<OutsideIdentity>;
}

/** Seals a short text so that only this installation can read it or make it. */
export interface TextSealer {
  seal(text: string): string;
  /** Null where it was not sealed here, or was changed. */
  open(sealed: string): string | null;
}
