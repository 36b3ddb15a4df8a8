import {
  CLAIM_CHANNELS,
  CLAIM_FIELDS,
  CLAIM_ISSUES,
  CLAIM_REASONS,
  REQUESTED_REMEDIES,
  SUBJECT_TYPES,
} from '../../cases/claim.ts';
import type { FactDefinition } from '../fact-definition.ts';

/** What a claimant can have provided: the fields, and a result attached as evidence. */
const PROVIDABLE_FIELDS: readonly string[] = [...CLAIM_FIELDS, 'outputReference'];

/** Facts about the claim and its subject. */
export const CLAIM_FACTS: readonly FactDefinition[] = [
  {
    name: 'claim.reason',
    always: true,
    type: 'choice',
    options: CLAIM_REASONS,
    source: 'claim',
    label: { en: 'Reason', zh: '理由' },
    meaning: {
      en: 'Why the customer claims, as filed.',
      zh: '客户申请时选择的理由。',
    },
  },
  {
    name: 'claim.issue',
    type: 'choice',
    options: CLAIM_ISSUES,
    source: 'claim',
    label: { en: 'Issue', zh: '问题' },
    meaning: {
      en: 'What is wrong with the result, as filed; other where nothing was chosen.',
      zh: '客户申报的结果问题；未选择时为其他。',
    },
  },
  {
    name: 'claim.remedy',
    type: 'choice',
    options: REQUESTED_REMEDIES,
    source: 'claim',
    label: { en: 'Requested remedy', zh: '要求的补偿' },
    meaning: {
      en: 'Whether the customer asks for money or for credits.',
      zh: '客户要求退款还是退还积分。',
    },
  },
  {
    name: 'claim.channel',
    always: true,
    type: 'choice',
    options: CLAIM_CHANNELS,
    source: 'claim',
    label: { en: 'Channel', zh: '渠道' },
    meaning: {
      en: 'The way the claim came in.',
      zh: '申请提交的渠道。',
    },
  },
  {
    name: 'claim.automatic',
    always: true,
    type: 'boolean',
    source: 'claim',
    label: { en: 'Automatic claim', zh: '自动申请' },
    meaning: {
      en: 'Filed by the service itself when a failure was reported.',
      zh: '由系统在收到失败事件时自动提交。',
    },
  },
  {
    name: 'claim.providedFields',
    type: 'list',
    options: PROVIDABLE_FIELDS,
    source: 'claim',
    label: { en: 'Provided fields', zh: '已提供的信息' },
    meaning: {
      en: "Names of what the claimant gave: non-empty fields, an attached result (outputReference), the sender's e-mail and phone, and the ids that the subject stands for.",
      zh: '申请人已提供的信息名称：非空字段、附上的生成结果（outputReference）、发件人的邮箱和电话，以及申请对象所代表的编号。',
    },
  },
  {
    name: 'claim.senderKnown',
    type: 'boolean',
    source: 'claim, redress.customer.updated, redress.order.paid',
    label: { en: 'Sender recognised', zh: '发件人可识别' },
    meaning: {
      en: "Every identifier of the sender is one of the customer's addresses or phone numbers, or the order's payer; unknown where the sender gave none.",
      zh: '发件人的每个标识都属于客户的邮箱、电话或订单付款人；发件人未提供标识时为未知。',
    },
  },
  {
    name: 'subject.kind',
    always: true,
    type: 'choice',
    options: SUBJECT_TYPES,
    source: 'claim',
    label: { en: 'Subject', zh: '申请对象' },
    meaning: {
      en: 'What the claim is about.',
      zh: '申请针对的对象类型。',
    },
  },
  {
    name: 'subject.known',
    type: 'boolean',
    source: 'claim, domain events',
    label: { en: 'Subject known', zh: '对象存在' },
    meaning: {
      en: 'The subject exists in this program and belongs to this customer.',
      zh: '该对象存在于此项目且属于该客户。',
    },
  },
];
