import type { FactDefinition } from '../fact-definition.ts';

/** Facts about the wallet concerned. */
export const WALLET_FACTS: readonly FactDefinition[] = [
  {
    name: 'wallet.courtesyGrantedAt',
    type: 'timeline',
    source: 'earlier decisions',
    label: { en: 'Courtesy credits granted', zh: '赠送积分记录' },
    meaning: {
      en: 'When courtesy credits were granted to this wallet, reversed grants left out.',
      zh: '向该钱包赠送补偿积分的时间，已撤销的除外。',
    },
  },
  {
    name: 'wallet.moderationRestoredAt',
    type: 'timeline',
    source: 'earlier decisions',
    label: { en: 'Restored after moderation', zh: '审核拒绝退还记录' },
    meaning: {
      en: 'When credits were restored after a content-policy rejection, reversed ones left out.',
      zh: '因内容审核拒绝而退还积分的时间，已撤销的除外。',
    },
  },
  {
    name: 'wallet.qualityRefundedAt',
    type: 'timeline',
    source: 'earlier decisions',
    label: { en: 'Restored for quality', zh: '质量退还记录' },
    meaning: {
      en: 'When credits were restored for poor quality, reversed ones left out.',
      zh: '因质量问题退还积分的时间，已撤销的除外。',
    },
  },
];
