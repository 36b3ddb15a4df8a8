import type { FactDictionary } from '../../core/facts/fact-definition.ts';
import { FLOOR_POLICY, type Activation, type PolicyVersion } from '../../core/policies/policy-version.ts';
import { selectActivation } from '../../core/policies/select-activation.ts';
import { compileRuleset } from '../../engine/compile/compile-ruleset.ts';
import type { Candidate, Candidates, CompiledVersion } from '../../engine/decide/candidate.ts';
import type { Clock } from '../../ports/platform.ts';
import type { Policies } from '../../ports/policies.ts';
import { listPrograms } from './list-programs.ts';

/** The activations of some policies as one batch read them; never kept past it. */
export interface Activations {
  readonly byPolicy: ReadonlyMap<string, readonly Activation[]>;
}

const PROGRAMS_CACHE_MS = 2_000;

/** Finds the versions that govern, compiled. Versions are immutable and stay in memory; activations are read for every batch. */
export class PolicyCatalogue {
  readonly #policies: Policies;
  readonly #dictionary: FactDictionary;
  readonly #clock: Clock;
  readonly #compiled = new Map<string, Promise<CompiledVersion | null>>();
  #programs: { readonly at: number; readonly names: ReadonlySet<string> } | undefined;
  #reading: Promise<ReadonlySet<string>> | undefined;

  constructor(policies: Policies, dictionary: FactDictionary, clock: Clock) {
    this.#policies = policies;
    this.#dictionary = dictionary;
    this.#clock = clock;
  }

  /** Whether a program of this name has a policy; at most two seconds old. */
  async hasProgram(program: string): Promise<boolean> {
    const known = this.#programs;
    if (known !== undefined && this.#clock.now() - known.at <= PROGRAMS_CACHE_MS && known.names.has(program))
      return true;
    // A reading under way may have begun before the program was published; only one begun after the question may deny.
    if ((await this.#reading)?.has(program) === true) return true;
    return (await this.#readPrograms()).has(program);
  }

  /** All who ask while the names are being read wait for the same answer: a batch of 500 events costs one read. */
  #readPrograms(): Promise<ReadonlySet<string>> {
    this.#reading ??= listPrograms(this.#policies)
      .then((programs) => {
        const names = new Set(programs);
        this.#programs = { at: this.#clock.now(), names };
        return names;
      })
      .finally(() => {
        this.#reading = undefined;
      });
    return this.#reading;
  }

  async loadActivations(programs: readonly string[]): Promise<Activations> {
    const all = await this.#policies.loadActivations([...new Set([...programs, FLOOR_POLICY])]);
    const byPolicy = new Map<string, Activation[]>();
    for (const activation of all)
      byPolicy.set(activation.policy, [...(byPolicy.get(activation.policy) ?? []), activation]);
    return { byPolicy };
  }

  /** The version in force at `at` (epoch ms); what lies before the first is governed by the first. Null where there is none. */
  async findInForce(activations: Activations, policy: string, at: number): Promise<CompiledVersion | null> {
    const activation = selectActivation(activations.byPolicy.get(policy) ?? [], at);
    return activation === null ? null : this.find(policy, activation.number);
  }

  /** One version, compiled once in a process. */
  find(policy: string, number: number): Promise<CompiledVersion | null> {
    const key = `${policy}#${number}`;
    const known = this.#compiled.get(key);
    if (known !== undefined) return known;
    const loading = this.#load(policy, number);
    this.#compiled.set(key, loading);
    // A version that is not there yet, or could not be read, is asked for again.
    loading.then(
      (version) => {
        if (version === null) this.#compiled.delete(key);
      },
      () => this.#compiled.delete(key),
    );
    return loading;
  }

  /** The candidates for a claim received at `requestedAt` about something paid at `paidAt`. Throws where the program has no version. */
  async selectCandidates(
    activations: Activations,
    program: string,
    requestedAt: number,
    paidAt: number | undefined,
  ): Promise<Candidates> {
    const current = await this.findInForce(activations, program, requestedAt);
    if (current === null) throw new Error(`Program ${program} has no policy version`);
    return this.chooseByBasis(
      activations,
      program,
      await this.#withFloor(activations, 'request_time', current, requestedAt),
      paidAt,
    );
  }

  /** The same, where the version of the request is given: by its basis alone, beside that of the purchase, or that one in its place. */
  async chooseByBasis(
    activations: Activations,
    program: string,
    byRequest: Candidate,
    paidAt: number | undefined,
  ): Promise<Candidates> {
    const basis = byRequest.version.content.versionBasis;
    if (basis === 'request_time' || paidAt === undefined) return [byRequest];
    const earlier = (await this.findInForce(activations, program, paidAt)) ?? byRequest;
    const byPurchase = await this.#withFloor(activations, 'purchase_time', earlier, paidAt);
    if (basis === 'purchase_time') return [byPurchase];
    // Where nothing changed since the purchase there is one version, and nothing to compare.
    return isSame(byRequest, byPurchase) ? [byRequest] : [byRequest, byPurchase];
  }

  async #withFloor(
    activations: Activations,
    basis: Candidate['basis'],
    version: CompiledVersion,
    at: number,
  ): Promise<Candidate> {
    const floor = await this.findInForce(activations, FLOOR_POLICY, at);
    return { basis, version: version.version, policy: version.policy, ...(floor === null ? {} : { floor }) };
  }

  async #load(policy: string, number: number): Promise<CompiledVersion | null> {
    const version: PolicyVersion | null = await this.#policies.findVersion(policy, number);
    return version === null ? null : { version, policy: compileRuleset(version.content, this.#dictionary) };
  }
}

function isSame(one: Candidate, other: Candidate): boolean {
  return one.version.digest === other.version.digest && one.floor?.version.digest === other.floor?.version.digest;
}
