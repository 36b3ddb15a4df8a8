import { policiesEn } from './policies.en.ts';
import type { PolicyWords } from './policies.shape.ts';

export const policiesZh: PolicyWords = policiesEn;
