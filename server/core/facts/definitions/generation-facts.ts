import { FAILURE_CLASSES, GENERATION_STATUSES } from '../../customers/customer-file.ts';
import type { FactDefinition } from '../fact-definition.ts';

const PLATFORMS = ['ios', 'android', 'web'];
const SURFACES = ['single', 'batch_editor', 'product_catalog_editor'];
const FAILURE_CONFIRMERS = ['app', 'provider'];
const DELIVERY_STATES = ['generated', 'saved', 'exported', 'downloaded', 'delivered'];

/** Facts about the generation claimed about. */
export const GENERATION_FACTS: readonly FactDefinition[] = [
  {
    name: 'generation.status',
    type: 'choice',
    options: GENERATION_STATUSES,
    source:
      'redress.generation.charged, redress.generation.succeeded, redress.generation.failed, redress.generation.blocked',
    label: { en: 'Generation status', zh: '生成状态' },
    meaning: {
      en: 'What became of the generation, by event time.',
      zh: '生成的结果状态，按事件时间。',
    },
  },
  {
    name: 'generation.feature',
    type: 'choice',
    source: 'redress.generation.charged',
    label: { en: 'Feature', zh: '功能' },
    meaning: {
      en: 'The feature that was used, as the program names it.',
      zh: '所使用的功能，按项目的名称。',
    },
  },
  {
    name: 'generation.platform',
    type: 'choice',
    options: PLATFORMS,
    source: 'redress.generation.charged',
    label: { en: 'Platform', zh: '平台' },
    meaning: {
      en: 'The platform on which it was started.',
      zh: '发起生成的平台。',
    },
  },
  {
    name: 'generation.surface',
    type: 'choice',
    options: SURFACES,
    source: 'redress.generation.charged',
    label: { en: 'Surface', zh: '入口' },
    meaning: {
      en: 'The part of the product in which it was started.',
      zh: '发起生成的产品入口。',
    },
  },
  {
    name: 'generation.featurePlatform',
    type: 'text',
    source: 'redress.generation.charged',
    label: { en: 'Feature and platform', zh: '功能与平台' },
    meaning: {
      en: 'Feature and platform as feature/platform.',
      zh: '功能与平台，格式为 功能/平台。',
    },
  },
  {
    name: 'generation.creditsCharged',
    type: 'integer',
    unit: 'credits',
    source: 'redress.generation.charged',
    label: { en: 'Credits charged', zh: '扣除积分' },
    meaning: {
      en: 'Credits charged for the generation.',
      zh: '为该生成扣除的积分。',
    },
  },
  {
    name: 'generation.creditsRestored',
    type: 'integer',
    unit: 'credits',
    source: 'earlier decisions',
    label: { en: 'Credits restored', zh: '已退还积分' },
    meaning: {
      en: 'Credits restored or promised for the generation, courtesy included, reversed ones left out.',
      zh: '为该生成已退还或承诺退还的积分，含赠送，已撤销的除外。',
    },
  },
  {
    name: 'generation.restored',
    type: 'boolean',
    source: 'earlier decisions',
    label: { en: 'Already restored', zh: '已补偿' },
    meaning: {
      en: 'A credit remedy of any kind was granted for the generation and not reversed.',
      zh: '已为该生成批准过任何积分补偿且未撤销。',
    },
  },
  {
    name: 'generation.failureClass',
    type: 'choice',
    options: FAILURE_CLASSES,
    source: 'redress.generation.failed',
    label: { en: 'Failure class', zh: '失败类别' },
    meaning: {
      en: 'What kind of failure was reported.',
      zh: '所报告的失败类别。',
    },
  },
  {
    name: 'generation.failureSource',
    type: 'choice',
    source: 'redress.generation.failed',
    label: { en: 'Failure source', zh: '失败来源' },
    meaning: {
      en: "Where the failure arose: app, or a provider's name.",
      zh: '失败的来源：应用或服务商名称。',
    },
  },
  {
    name: 'generation.failureConfirmedBy',
    type: 'list',
    options: FAILURE_CONFIRMERS,
    source: 'redress.generation.failed',
    label: { en: 'Failure confirmed by', zh: '失败确认方' },
    meaning: {
      en: 'Who confirmed the failure.',
      zh: '确认失败的一方。',
    },
  },
  {
    name: 'generation.deliveryStates',
    type: 'list',
    options: DELIVERY_STATES,
    source: 'redress.generation.delivered',
    label: { en: 'Deliveries', zh: '交付方式' },
    meaning: {
      en: 'The ways in which a result reached the customer.',
      zh: '结果到达客户的方式。',
    },
  },
  {
    name: 'generation.delivered',
    type: 'boolean',
    source: 'redress.generation.succeeded, redress.generation.delivered',
    label: { en: 'Delivered', zh: '已交付' },
    meaning: {
      en: 'A result reached the customer: by any delivery, or because the generation succeeded.',
      zh: '结果已到达客户：有任何交付，或生成成功。',
    },
  },
  {
    name: 'generation.failedBeforeDelivery',
    type: 'boolean',
    source: 'redress.generation.failed, redress.generation.succeeded, redress.generation.delivered',
    label: { en: 'Failed before delivery', zh: '交付前失败' },
    meaning: {
      en: 'The failure precedes the first delivery.',
      zh: '失败早于首次交付。',
    },
  },
  {
    name: 'generation.startedByHolder',
    type: 'boolean',
    source: 'redress.generation.charged',
    label: { en: 'Started by the holder', zh: '由账户持有人发起' },
    meaning: {
      en: "The account's holder started the generation.",
      zh: '由账户持有人本人发起生成。',
    },
  },
  {
    name: 'generation.completedToClaim',
    type: 'interval',
    source: 'redress.generation.succeeded, claim',
    label: { en: 'Completion to claim', zh: '完成至申请' },
    meaning: {
      en: "From success to the claim's sending, in the customer's zone; unknown where the claim was sent first.",
      zh: '从生成成功到发送申请的时间，按客户时区计；申请更早时为未知。',
    },
  },
  {
    name: 'generation.styleMatches',
    type: 'boolean',
    source: 'redress.generation.charged, redress.generation.succeeded',
    label: { en: 'Style matches', zh: '风格相符' },
    meaning: {
      en: 'The style delivered is the style requested.',
      zh: '交付的风格与要求的风格一致。',
    },
  },
  {
    name: 'generation.guidelineViolation',
    type: 'boolean',
    source: 'redress.generation.succeeded',
    label: { en: 'Guideline violation', zh: '违反规范' },
    meaning: {
      en: "The result violates the program's guidelines, as the program reported.",
      zh: '项目报告该结果违反其规范。',
    },
  },
  {
    name: 'generation.unusableScore',
    type: 'integer',
    unit: 'points',
    source: 'redress.generation.succeeded',
    label: { en: 'Unusable score', zh: '不可用评分' },
    meaning: {
      en: 'How unusable the result is, from 0 to 100, as the program reported.',
      zh: '项目报告的结果不可用程度，0 至 100。',
    },
  },
  {
    name: 'generation.overcharged',
    type: 'boolean',
    source: 'redress.generation.charged',
    label: { en: 'Overcharged', zh: '多扣积分' },
    meaning: {
      en: 'More credits were charged than quoted.',
      zh: '扣除的积分多于报价。',
    },
  },
  {
    name: 'generation.earlierClaims',
    type: 'integer',
    unit: 'count',
    source: 'earlier claims',
    label: { en: 'Earlier claims about it', zh: '同一生成的以往申请' },
    meaning: {
      en: 'Earlier claims by the customer about this generation, automatic ones and those waiting for information left out.',
      zh: '客户此前就该生成提交的申请次数，自动申请和待补充信息的除外。',
    },
  },
];
