/**
 * Version of everything by which a record becomes a decision: derivations, operators, amounts, trace, messages. New
 * records carry it. A change that could alter any outcome raises it and keeps the old functions for old records.
 */
export const SEMANTICS = 1;
