import type { policiesEn } from './policies.en.ts';

/** The catalogue of the policies’ screens in any language. */
export type PolicyWords = typeof policiesEn;
