import { formatCredits } from '../money/format-commodity.ts';
import { formatMoney } from '../money/format-money.ts';
import type { DecisionDraft, Disposition, VersionRef } from './decision.ts';
import type { Remedy } from './remedy.ts';

/** Languages in which staff read a verdict. */
export type StaffLocale = 'en' | 'zh';

/** What a verdict is told from: a decision, its messages not needed. */
export type Verdict = Omit<DecisionDraft, 'message' | 'effects' | 'semantics'>;

interface Words {
  readonly dispositions: Readonly<Record<Disposition, string>>;
  readonly remedies: Readonly<Record<Remedy, string>>;
  readonly credits: (count: number) => string;
  readonly rule: string;
  readonly version: string;
  readonly under: string;
  readonly missing: string;
  readonly missed: string;
  readonly colon: string;
  readonly comma: string;
  readonly listComma: string;
  readonly brackets: readonly [string, string];
}

const WORDS: Readonly<Record<StaffLocale, Words>> = {
  en: {
    dispositions: {
      granted: 'Granted',
      denied: 'Denied',
      referred: 'Referred to a person',
      needs_info: 'Waiting for the customer',
      no_action: 'No action',
    },
    remedies: {
      credit_restore: 'credits restored',
      courtesy_credit: 'courtesy credits',
      cash_full: 'cash in full',
      cash_pro_rata: 'cash pro rata',
    },
    credits: formatCredits,
    rule: 'rule ',
    version: 'version ',
    under: ' over ',
    missing: 'missing ',
    missed: '; short of ',
    colon: ': ',
    comma: ', ',
    listComma: ', ',
    brackets: [' (', ')'],
  },
  zh: {
    dispositions: {
      granted: '已批准',
      denied: '已拒绝',
      referred: '转人工处理',
      needs_info: '等待客户补充',
      no_action: '无需处理',
    },
    remedies: {
      credit_restore: '退还积分',
      courtesy_credit: '补偿积分',
      cash_full: '全额退款',
      cash_pro_rata: '按比例退款',
    },
    credits: (count) => `${count} 积分`,
    rule: '规则 ',
    version: '版本 ',
    under: '，优先于 ',
    missing: '缺少 ',
    missed: '；未达到 ',
    colon: '：',
    comma: '，',
    listComma: '、',
    brackets: ['（', '）'],
  },
};

/**
 * One sentence for staff, the verdict first: what, how much, why (reason code, rule, clause), by which version, and by
 * how little it missed something better.
 */
export function verdictSentence(decision: Verdict, locale: StaffLocale): string {
  const words = WORDS[locale];
  const parts = [...describeGrant(decision, words), `${decision.reasonCode}${describeGrounds(decision, words)}`];
  const sentence = [...parts, words.version + describeVersions(decision, words)].join(words.comma);
  return words.dispositions[decision.disposition] + words.colon + sentence + describeNearMiss(decision, locale);
}

/**
 * A verdict's sentence without what it says of the near miss, for readers who may not know the customer: its margin is
 * that of a fact. It is the last part of the sentence, in whatever language, and of the message for staff.
 */
export function cutNearMiss(sentence: string): string {
  const ends = Object.values(WORDS).map(({ missed }) => sentence.indexOf(missed));
  const found = ends.filter((end) => end !== -1);
  return found.length === 0 ? sentence : sentence.slice(0, Math.min(...found));
}

function describeGrant({ remedy, credits, amountMinor, currency }: Verdict, words: Words): string[] {
  if (remedy === null) return [];
  const amounts: string[] = [words.remedies[remedy]];
  if (credits !== null) amounts.push(words.credits(credits));
  if (amountMinor !== null && currency !== null) amounts.push(formatMoney(amountMinor, currency));
  return amounts;
}

function describeGrounds(decision: Verdict, words: Words): string {
  const candidate = decision.candidates[decision.decisive];
  const rule = candidate?.[candidate.decidedBy]?.rule;
  const grounds = [
    ...(rule === undefined ? [] : [words.rule + rule]),
    ...decision.clauseIds,
    ...(decision.missing.length === 0 ? [] : [words.missing + decision.missing.join(words.listComma)]),
  ];
  const [open, close] = words.brackets;
  return grounds.length === 0 ? '' : open + grounds.join(words.comma) + close;
}

function describeVersions(decision: Verdict, words: Words): string {
  const policy = nameVersion(decision.policyVersion);
  const byFloor = decision.candidates[decision.decisive]?.decidedBy === 'floor';
  return byFloor && decision.floorVersion !== null ? nameVersion(decision.floorVersion) + words.under + policy : policy;
}

function describeNearMiss({ nearMiss }: Verdict, locale: StaffLocale): string {
  if (nearMiss === null) return '';
  const words = WORDS[locale];
  return words.missed + nearMiss.rule + words.colon + nearMiss.words[locale];
}

function nameVersion({ policy, number }: VersionRef): string {
  return `${policy} #${number}`;
}
