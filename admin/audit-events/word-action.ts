import { SENTENCES } from '../../server/contract/sentences.ts';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** What an audit event says was done; an action without words is read out as it is. */
export function wordAction(action: string, t: Translate, locale: string): string {
  const policy = SENTENCES.audit(action);
  return t(`audit.done.${action}`, { _: locale.startsWith('zh') ? policy.zh : policy.en });
}
