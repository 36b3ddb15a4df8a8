import type { ProgramProfile } from './program-profile.ts';

const WESTERN = [
  { country: 'US', weight: 30 },
  { country: 'GB', weight: 15 },
  { country: 'DE', weight: 14 },
  { country: 'FR', weight: 10 },
  { country: 'JP', weight: 6 },
  { country: 'CN', weight: 5 },
];
const CHINESE = [
  { country: 'CN', weight: 60 },
  { country: 'TW', weight: 8 },
  { country: 'SG', weight: 8 },
  { country: 'US', weight: 8 },
  { country: 'DE', weight: 4 },
];

/** Drawings and avatars in a style of one's choice. */
const ANUMI: ProgramProfile = {
  program: 'anumi',
  share: 0.28,
  countries: WESTERN,
  packs: [
    { sku: 'pack-50', credits: 50, weight: 5, priceMinor: { USD: 599, EUR: 599, GBP: 499, JPY: 900, CNY: 4_200 } },
    {
      sku: 'pack-100',
      credits: 100,
      weight: 4,
      priceMinor: { USD: 999, EUR: 999, GBP: 899, JPY: 1_500, CNY: 6_900 },
    },
    {
      sku: 'pack-250',
      credits: 250,
      weight: 1,
      priceMinor: { USD: 2_199, EUR: 2_199, GBP: 1_899, JPY: 3_300, CNY: 14_900 },
    },
  ],
  features: [
    { feature: 'portrait', credits: 2, weight: 5 },
    { feature: 'full_body', credits: 4, weight: 3 },
    { feature: 'scene', credits: 6, weight: 2 },
  ],
  failures: [
    { class: 'ai_empty', source: 'openai', weight: 4 },
    { class: 'internal', source: 'app', weight: 3 },
    { class: 'provider_rejected', source: 'openai', weight: 1 },
    { class: 'content_policy', source: 'openai', weight: 1 },
  ],
  providers: ['polar', 'stripe'],
  methods: ['card', 'paypal'],
  platforms: ['web'],
  styles: ['watercolour', 'line art', 'manga', 'oil'],
  fields: ['orderId', 'description'],
  outages: [{ daysBeforeEnd: 34, hours: 5, severity: 'partial' }],
};

/** Pictures and clips made from a photo. */
const ANYPIC: ProgramProfile = {
  program: 'anypic',
  share: 0.22,
  countries: CHINESE,
  packs: [
    { sku: 'points-60', credits: 60, weight: 5, priceMinor: { CNY: 1_200, TWD: 5_900, SGD: 249, USD: 199, EUR: 199 } },
    {
      sku: 'points-300',
      credits: 300,
      weight: 3,
      priceMinor: { CNY: 4_900, TWD: 23_900, SGD: 999, USD: 799, EUR: 799 },
    },
  ],
  features: [
    { feature: 'photo_style', credits: 3, weight: 6 },
    { feature: 'photo_to_clip', credits: 10, weight: 2 },
    { feature: 'restore_old_photo', credits: 5, weight: 2 },
  ],
  failures: [
    { class: 'ai_empty', source: 'openai', weight: 3 },
    { class: 'ai_infrastructure', source: 'kling', weight: 3 },
    { class: 'content_policy', source: 'openai', weight: 3 },
    { class: 'internal', source: 'app', weight: 2 },
    { class: 'unknown', source: 'minimax', weight: 1 },
  ],
  providers: ['alipay', 'wechatpay', 'stripe'],
  methods: ['alipay', 'wechat', 'card'],
  platforms: ['ios', 'android', 'web'],
  styles: ['film', 'ink', 'toy'],
  fields: ['phone', 'orderId', 'paymentTime', 'amount', 'reason'],
  outages: [{ daysBeforeEnd: 26, hours: 51, severity: 'complete', remedyOffered: false }],
};

/** Videos made from a text. */
const JIMENG: ProgramProfile = {
  program: 'jimeng',
  share: 0.18,
  countries: CHINESE,
  packs: [
    {
      sku: 'video-100',
      credits: 100,
      weight: 5,
      priceMinor: { CNY: 6_800, TWD: 31_000, SGD: 1_290, USD: 990, EUR: 990 },
    },
    {
      sku: 'video-500',
      credits: 500,
      weight: 2,
      priceMinor: { CNY: 29_800, TWD: 139_000, SGD: 5_490, USD: 4_290, EUR: 4_290 },
    },
  ],
  features: [
    { feature: 'text_to_video', credits: 10, weight: 5 },
    { feature: 'image_to_video', credits: 8, weight: 4 },
    { feature: 'lip_sync', credits: 5, weight: 1 },
  ],
  failures: [
    { class: 'platform', source: 'app', weight: 3 },
    { class: 'ai_infrastructure', source: 'seedance', weight: 4 },
    { class: 'storage', source: 'app', weight: 1 },
    { class: 'provider_rejected', source: 'seedance', weight: 1 },
  ],
  providers: ['paddle'],
  methods: ['card', 'alipay'],
  platforms: ['web'],
  styles: ['cinematic', 'animation'],
  fields: ['email', 'transactionDate', 'amount', 'description'],
  outages: [{ daysBeforeEnd: 20, hours: 80, severity: 'complete' }],
};

/** Product photos. */
const PHOTOROOM: ProgramProfile = {
  program: 'photoroom',
  share: 0.18,
  countries: [
    { country: 'FR', weight: 24 },
    { country: 'US', weight: 24 },
    { country: 'GB', weight: 14 },
    { country: 'ES', weight: 8 },
    { country: 'BR', weight: 8 },
    { country: 'CN', weight: 4 },
  ],
  packs: [
    {
      sku: 'credits-100',
      credits: 100,
      weight: 4,
      priceMinor: { EUR: 1_299, USD: 1_299, GBP: 1_099, BRL: 5_990, CNY: 8_900 },
    },
  ],
  features: [
    { feature: 'virtual_model', credits: 5, weight: 4 },
    { feature: 'product_beautifier', credits: 2, weight: 4 },
    { feature: 'ai_backgrounds', credits: 1, weight: 3 },
    { feature: 'retouch', credits: 1, weight: 2 },
    { feature: 'video_generator', credits: 8, weight: 1 },
    { feature: 'packaging_mockup', credits: 3, weight: 1 },
  ],
  failures: [
    { class: 'ai_empty', source: 'app', weight: 4 },
    { class: 'storage', source: 'app', weight: 2 },
    { class: 'content_policy', source: 'app', weight: 1 },
    { class: 'unknown', source: 'app', weight: 1 },
  ],
  providers: ['stripe'],
  methods: ['card', 'app_store'],
  platforms: ['ios', 'android', 'web'],
  styles: ['studio', 'outdoor'],
  fields: ['generationId', 'details'],
  outages: [{ daysBeforeEnd: 47, hours: 9, severity: 'partial' }],
};

/** Posts rewritten and redrawn for other networks. */
const POST_REMIXER: ProgramProfile = {
  program: 'post-remixer',
  share: 0.14,
  countries: [
    { country: 'US', weight: 30 },
    { country: 'CA', weight: 10 },
    { country: 'AU', weight: 10 },
    { country: 'GB', weight: 10 },
    { country: 'DE', weight: 8 },
    { country: 'SG', weight: 4 },
  ],
  packs: [
    {
      sku: 'starter-40',
      credits: 40,
      weight: 5,
      priceMinor: { USD: 900, CAD: 1_200, AUD: 1_300, GBP: 800, EUR: 900, SGD: 1_200 },
    },
    {
      sku: 'studio-150',
      credits: 150,
      weight: 2,
      priceMinor: { USD: 2_900, CAD: 3_900, AUD: 4_400, GBP: 2_500, EUR: 2_900, SGD: 3_900 },
    },
  ],
  features: [
    { feature: 'analyse', credits: 1, weight: 4 },
    { feature: 'quick_remix', credits: 2, weight: 4 },
    { feature: 'studio_options', credits: 4, weight: 2 },
    { feature: 'regenerate_option', credits: 1, weight: 2 },
  ],
  failures: [
    { class: 'ai_empty', source: 'anthropic', weight: 3 },
    { class: 'internal', source: 'app', weight: 3 },
    { class: 'ai_infrastructure', source: 'anthropic', weight: 1 },
  ],
  providers: ['stripe'],
  methods: ['card'],
  platforms: ['web'],
  styles: ['concise', 'witty', 'formal'],
  fields: ['email', 'project', 'approximateTime', 'action', 'expectation'],
  outages: [{ daysBeforeEnd: 12, hours: 4, severity: 'complete', remedyOffered: true }],
};

/** The five programs. */
export const PROGRAM_PROFILES: readonly ProgramProfile[] = [ANUMI, ANYPIC, JIMENG, PHOTOROOM, POST_REMIXER];
